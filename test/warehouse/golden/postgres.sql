-- places
strpos('0123456789ABCDEFGHJKLMNPQRTUWXY' COLLATE "C", substr(c, 1, 1)) AS p1,
    strpos('0123456789ABCDEFGHJKLMNPQRTUWXY' COLLATE "C", substr(c, 2, 1)) AS p2,
    strpos('0123456789ABCDEFGHJKLMNPQRTUWXY' COLLATE "C", substr(c, 3, 1)) AS p3,
    strpos('0123456789ABCDEFGHJKLMNPQRTUWXY' COLLATE "C", substr(c, 4, 1)) AS p4,
    strpos('0123456789ABCDEFGHJKLMNPQRTUWXY' COLLATE "C", substr(c, 5, 1)) AS p5,
    strpos('0123456789ABCDEFGHJKLMNPQRTUWXY' COLLATE "C", substr(c, 6, 1)) AS p6,
    strpos('0123456789ABCDEFGHJKLMNPQRTUWXY' COLLATE "C", substr(c, 7, 1)) AS p7,
    strpos('0123456789ABCDEFGHJKLMNPQRTUWXY' COLLATE "C", substr(c, 8, 1)) AS p8,
    strpos('0123456789ABCDEFGHJKLMNPQRTUWXY' COLLATE "C", substr(c, 9, 1)) AS p9,
    strpos('0123456789ABCDEFGHJKLMNPQRTUWXY' COLLATE "C", substr(c, 10, 1)) AS p10,
    strpos('0123456789ABCDEFGHJKLMNPQRTUWXY' COLLATE "C", substr(c, 11, 1)) AS p11,
    strpos('0123456789ABCDEFGHJKLMNPQRTUWXY' COLLATE "C", substr(c, 12, 1)) AS p12,
    strpos('0123456789ABCDEFGHJKLMNPQRTUWXY' COLLATE "C", substr(c, 13, 1)) AS p13,
    strpos('0123456789ABCDEFGHJKLMNPQRTUWXY' COLLATE "C", substr(c, 14, 1)) AS p14,
    strpos('0123456789ABCDEFGHJKLMNPQRTUWXY' COLLATE "C", substr(c, 15, 1)) AS p15,
    strpos('0123456789ABCDEFGHJKLMNPQRTUWXY' COLLATE "C", substr(c, 16, 1)) AS p16,
    strpos('0123456789ABCDEFGHJKLMNPQRTUWXY' COLLATE "C", substr(c, 17, 1)) AS p17,
    strpos('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ' COLLATE "C", substr(c, 9, 1)) AS o9,
    strpos('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ' COLLATE "C", substr(c, 10, 1)) AS o10,
    strpos('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ' COLLATE "C", substr(c, 11, 1)) AS o11,
    strpos('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ' COLLATE "C", substr(c, 12, 1)) AS o12,
    strpos('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ' COLLATE "C", substr(c, 13, 1)) AS o13,
    strpos('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ' COLLATE "C", substr(c, 14, 1)) AS o14,
    strpos('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ' COLLATE "C", substr(c, 15, 1)) AS o15,
    strpos('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ' COLLATE "C", substr(c, 16, 1)) AS o16

-- clean
CASE WHEN length(c) = 18
    AND substr(c, 1, 2) IN ('11' COLLATE "C", '12' COLLATE "C", '13' COLLATE "C", '19' COLLATE "C", '51' COLLATE "C", '52' COLLATE "C", '53' COLLATE "C", '59' COLLATE "C", '91' COLLATE "C", '92' COLLATE "C", '93' COLLATE "C", 'Y1' COLLATE "C", '21' COLLATE "C", '29' COLLATE "C", '31' COLLATE "C", '32' COLLATE "C", '33' COLLATE "C", '34' COLLATE "C", '35' COLLATE "C", '39' COLLATE "C", '41' COLLATE "C", '49' COLLATE "C", '61' COLLATE "C", '62' COLLATE "C", '69' COLLATE "C", '71' COLLATE "C", '72' COLLATE "C", '79' COLLATE "C", '81' COLLATE "C", '89' COLLATE "C", 'A1' COLLATE "C", 'A9' COLLATE "C", 'N1' COLLATE "C", 'N2' COLLATE "C", 'N3' COLLATE "C", 'N9' COLLATE "C", '36' COLLATE "C", '54' COLLATE "C", '55' COLLATE "C", '82' COLLATE "C", '99' COLLATE "C", 'G1' COLLATE "C", 'G9' COLLATE "C", 'J1' COLLATE "C", 'J9' COLLATE "C", 'Q1' COLLATE "C", 'Q2' COLLATE "C", 'Q3' COLLATE "C", 'Q9' COLLATE "C")
    AND substr(c, 3, 2) IN ('11' COLLATE "C", '12' COLLATE "C", '13' COLLATE "C", '14' COLLATE "C", '15' COLLATE "C", '21' COLLATE "C", '22' COLLATE "C", '23' COLLATE "C", '31' COLLATE "C", '32' COLLATE "C", '33' COLLATE "C", '34' COLLATE "C", '35' COLLATE "C", '36' COLLATE "C", '37' COLLATE "C", '41' COLLATE "C", '42' COLLATE "C", '43' COLLATE "C", '44' COLLATE "C", '45' COLLATE "C", '46' COLLATE "C", '50' COLLATE "C", '51' COLLATE "C", '52' COLLATE "C", '53' COLLATE "C", '54' COLLATE "C", '61' COLLATE "C", '62' COLLATE "C", '63' COLLATE "C", '64' COLLATE "C", '65' COLLATE "C", '71' COLLATE "C", '81' COLLATE "C", '82' COLLATE "C", '10' COLLATE "C")
    AND (substr(c, 3, 2) <> '10' COLLATE "C" OR substr(c, 5, 4) = '0000' COLLATE "C")
    AND mod(p3 + 30, 31) < 10
    AND mod(p4 + 30, 31) < 10
    AND mod(p5 + 30, 31) < 10
    AND mod(p6 + 30, 31) < 10
    AND mod(p7 + 30, 31) < 10
    AND mod(p8 + 30, 31) < 10
    AND p9 > 0
    AND p10 > 0
    AND p11 > 0
    AND p12 > 0
    AND p13 > 0
    AND p14 > 0
    AND p15 > 0
    AND p16 > 0
    AND substr(c, 17, 1) = substr('0X987654321' COLLATE "C", 1 + mod(3 * o9 + 7 * o10 + 9 * o11 + 10 * o12 + 5 * o13 + 8 * o14 + 4 * o15 + 2 * o16 + 7, 11), 1)
    AND substr(c, 18, 1) = substr('0YXWUTRQPNMLKJHGFEDCBA987654321' COLLATE "C", 1 + mod(1 * p1 + 3 * p2 + 9 * p3 + 27 * p4 + 19 * p5 + 26 * p6 + 16 * p7 + 17 * p8 + 20 * p9 + 29 * p10 + 25 * p11 + 13 * p12 + 8 * p13 + 24 * p14 + 10 * p15 + 30 * p16 + 28 * p17 + 5, 31), 1) THEN 1 ELSE 0 END

-- counts, as-written
SELECT t, CASE WHEN f = 1 THEN substr(c, 1, 8) END AS h, count(*) AS n FROM (SELECT t, k, r, n, u, c, <clean> AS f
  FROM (SELECT t, k, r, n, u, c, <places>
  FROM (SELECT t, k, r, n, u, r COLLATE "C" AS c FROM (SELECT '0' AS t, CAST(NULL AS text) AS k, CAST("code" AS text) AS r, CAST("it's a name" AS text) AS n, CAST(NULL AS text) AS u FROM "dw"."order" WHERE (kind = 'legal') UNION ALL SELECT '1' AS t, CAST("id" AS text) AS k, CAST("统一社会信用代码" AS text) AS r, CAST("name" AS text) AS n, CAST("unit" AS text) AS u FROM "other") t) s) p) g GROUP BY t, CASE WHEN f = 1 THEN substr(c, 1, 8) END

-- units, as-written
SELECT t, u, count(*) AS n FROM (SELECT t, k, r, n, u, c, <clean> AS f
  FROM (SELECT t, k, r, n, u, c, <places>
  FROM (SELECT t, k, r, n, u, r COLLATE "C" AS c FROM (SELECT '0' AS t, CAST(NULL AS text) AS k, CAST("code" AS text) AS r, CAST("it's a name" AS text) AS n, CAST(NULL AS text) AS u FROM "dw"."order" WHERE (kind = 'legal') UNION ALL SELECT '1' AS t, CAST("id" AS text) AS k, CAST("统一社会信用代码" AS text) AS r, CAST("name" AS text) AS n, CAST("unit" AS text) AS u FROM "other") t) s) p) g WHERE f = 1 GROUP BY t, u

-- formatted, as-written
SELECT t, u, l, b, d, count(*) AS n FROM (SELECT t, u, CASE WHEN upper(r) COLLATE "C" <> r COLLATE "C" THEN 1 ELSE 0 END AS l, CASE WHEN replace(replace(r, ' ', ''), '	', '') COLLATE "C" <> r COLLATE "C" THEN 1 ELSE 0 END AS b, CASE WHEN replace(r, '-', '') COLLATE "C" <> r COLLATE "C" THEN 1 ELSE 0 END AS d
  FROM (SELECT t, k, r, n, u, c, <clean> AS f
  FROM (SELECT t, k, r, n, u, c, <places>
  FROM (SELECT t, k, r, n, u, r COLLATE "C" AS c FROM (SELECT '0' AS t, CAST(NULL AS text) AS k, CAST("code" AS text) AS r, CAST("it's a name" AS text) AS n, CAST(NULL AS text) AS u FROM "dw"."order" WHERE (kind = 'legal') UNION ALL SELECT '1' AS t, CAST("id" AS text) AS k, CAST("统一社会信用代码" AS text) AS r, CAST("name" AS text) AS n, CAST("unit" AS text) AS u FROM "other") t) s) p) g WHERE f = 1) w GROUP BY t, u, l, b, d

-- duplicates, as-written
SELECT o.t, o.k, o.r, o.n, o.u FROM (SELECT t, k, r, n, u, r COLLATE "C" AS c FROM (SELECT '0' AS t, CAST(NULL AS text) AS k, CAST("code" AS text) AS r, CAST("it's a name" AS text) AS n, CAST(NULL AS text) AS u FROM "dw"."order" WHERE (kind = 'legal') UNION ALL SELECT '1' AS t, CAST("id" AS text) AS k, CAST("统一社会信用代码" AS text) AS r, CAST("name" AS text) AS n, CAST("unit" AS text) AS u FROM "other") t) o JOIN (SELECT c FROM (SELECT c, m * <clean> AS f
  FROM (SELECT c, m, <places>
  FROM (SELECT c, count(*) AS m FROM (SELECT substr(c, 1, 19) AS c FROM (SELECT t, k, r, n, u, r COLLATE "C" AS c FROM (SELECT '0' AS t, CAST(NULL AS text) AS k, CAST("code" AS text) AS r, CAST("it's a name" AS text) AS n, CAST(NULL AS text) AS u FROM "dw"."order" WHERE (kind = 'legal') UNION ALL SELECT '1' AS t, CAST("id" AS text) AS k, CAST("统一社会信用代码" AS text) AS r, CAST("name" AS text) AS n, CAST("unit" AS text) AS u FROM "other") t) s) s GROUP BY c HAVING count(*) > 1) s) p) g WHERE f > 1) d ON substr(o.c, 1, 19) = d.c

-- residue, as-written
SELECT t, k, r, n, u FROM (SELECT t, k, r, n, u, c, <clean> AS f
  FROM (SELECT t, k, r, n, u, c, <places>
  FROM (SELECT t, k, r, n, u, r COLLATE "C" AS c FROM (SELECT '0' AS t, CAST(NULL AS text) AS k, CAST("code" AS text) AS r, CAST("it's a name" AS text) AS n, CAST(NULL AS text) AS u FROM "dw"."order" WHERE (kind = 'legal') UNION ALL SELECT '1' AS t, CAST("id" AS text) AS k, CAST("统一社会信用代码" AS text) AS r, CAST("name" AS text) AS n, CAST("unit" AS text) AS u FROM "other") t) s) p) g WHERE f = 0

-- all, as-written
SELECT t, k, r, n, u FROM (SELECT t, k, r, n, u, r COLLATE "C" AS c FROM (SELECT '0' AS t, CAST(NULL AS text) AS k, CAST("code" AS text) AS r, CAST("it's a name" AS text) AS n, CAST(NULL AS text) AS u FROM "dw"."order" WHERE (kind = 'legal') UNION ALL SELECT '1' AS t, CAST("id" AS text) AS k, CAST("统一社会信用代码" AS text) AS r, CAST("name" AS text) AS n, CAST("unit" AS text) AS u FROM "other") t) s

-- summary, as-written
SELECT count(*) AS records, sum(f) AS clean, sum(1 - f) AS residue FROM (SELECT t, k, r, n, u, c, <clean> AS f
  FROM (SELECT t, k, r, n, u, c, <places>
  FROM (SELECT t, k, r, n, u, r COLLATE "C" AS c FROM (SELECT '0' AS t, CAST(NULL AS text) AS k, CAST("code" AS text) AS r, CAST("it's a name" AS text) AS n, CAST(NULL AS text) AS u FROM "dw"."order" WHERE (kind = 'legal') UNION ALL SELECT '1' AS t, CAST("id" AS text) AS k, CAST("统一社会信用代码" AS text) AS r, CAST("name" AS text) AS n, CAST("unit" AS text) AS u FROM "other") t) s) p) g

-- meeting, as-written
SELECT t, k, r, n, u FROM (SELECT t, k, r, n, u, r COLLATE "C" AS c FROM (SELECT '0' AS t, CAST(NULL AS text) AS k, CAST("code" AS text) AS r, CAST("it's a name" AS text) AS n, CAST(NULL AS text) AS u FROM "dw"."order" WHERE (kind = 'legal') UNION ALL SELECT '1' AS t, CAST("id" AS text) AS k, CAST("统一社会信用代码" AS text) AS r, CAST("name" AS text) AS n, CAST("unit" AS text) AS u FROM "other") t) o WHERE c IN ('91350100M000100Y43', '914403001922038216')

-- counts, tidied
SELECT t, CASE WHEN f = 1 THEN substr(c, 1, 8) END AS h, count(*) AS n FROM (SELECT t, k, r, n, u, c, <clean> AS f
  FROM (SELECT t, k, r, n, u, c, <places>
  FROM (SELECT t, k, r, n, u, upper(replace(replace(replace(r, ' ', ''), '	', ''), '-', '')) COLLATE "C" AS c FROM (SELECT '0' AS t, CAST(NULL AS text) AS k, CAST("code" AS text) AS r, CAST("it's a name" AS text) AS n, CAST(NULL AS text) AS u FROM "dw"."order" WHERE (kind = 'legal') UNION ALL SELECT '1' AS t, CAST("id" AS text) AS k, CAST("统一社会信用代码" AS text) AS r, CAST("name" AS text) AS n, CAST("unit" AS text) AS u FROM "other") t) s) p) g GROUP BY t, CASE WHEN f = 1 THEN substr(c, 1, 8) END

-- units, tidied
SELECT t, u, count(*) AS n FROM (SELECT t, k, r, n, u, c, <clean> AS f
  FROM (SELECT t, k, r, n, u, c, <places>
  FROM (SELECT t, k, r, n, u, upper(replace(replace(replace(r, ' ', ''), '	', ''), '-', '')) COLLATE "C" AS c FROM (SELECT '0' AS t, CAST(NULL AS text) AS k, CAST("code" AS text) AS r, CAST("it's a name" AS text) AS n, CAST(NULL AS text) AS u FROM "dw"."order" WHERE (kind = 'legal') UNION ALL SELECT '1' AS t, CAST("id" AS text) AS k, CAST("统一社会信用代码" AS text) AS r, CAST("name" AS text) AS n, CAST("unit" AS text) AS u FROM "other") t) s) p) g WHERE f = 1 GROUP BY t, u

-- formatted, tidied
SELECT t, u, l, b, d, count(*) AS n FROM (SELECT t, u, CASE WHEN upper(r) COLLATE "C" <> r COLLATE "C" THEN 1 ELSE 0 END AS l, CASE WHEN replace(replace(r, ' ', ''), '	', '') COLLATE "C" <> r COLLATE "C" THEN 1 ELSE 0 END AS b, CASE WHEN replace(r, '-', '') COLLATE "C" <> r COLLATE "C" THEN 1 ELSE 0 END AS d
  FROM (SELECT t, k, r, n, u, c, <clean> AS f
  FROM (SELECT t, k, r, n, u, c, <places>
  FROM (SELECT t, k, r, n, u, upper(replace(replace(replace(r, ' ', ''), '	', ''), '-', '')) COLLATE "C" AS c FROM (SELECT '0' AS t, CAST(NULL AS text) AS k, CAST("code" AS text) AS r, CAST("it's a name" AS text) AS n, CAST(NULL AS text) AS u FROM "dw"."order" WHERE (kind = 'legal') UNION ALL SELECT '1' AS t, CAST("id" AS text) AS k, CAST("统一社会信用代码" AS text) AS r, CAST("name" AS text) AS n, CAST("unit" AS text) AS u FROM "other") t) s) p) g WHERE f = 1) w GROUP BY t, u, l, b, d

-- duplicates, tidied
SELECT o.t, o.k, o.r, o.n, o.u FROM (SELECT t, k, r, n, u, upper(replace(replace(replace(r, ' ', ''), '	', ''), '-', '')) COLLATE "C" AS c FROM (SELECT '0' AS t, CAST(NULL AS text) AS k, CAST("code" AS text) AS r, CAST("it's a name" AS text) AS n, CAST(NULL AS text) AS u FROM "dw"."order" WHERE (kind = 'legal') UNION ALL SELECT '1' AS t, CAST("id" AS text) AS k, CAST("统一社会信用代码" AS text) AS r, CAST("name" AS text) AS n, CAST("unit" AS text) AS u FROM "other") t) o JOIN (SELECT c FROM (SELECT c, m * <clean> AS f
  FROM (SELECT c, m, <places>
  FROM (SELECT c, count(*) AS m FROM (SELECT substr(c, 1, 19) AS c FROM (SELECT t, k, r, n, u, upper(replace(replace(replace(r, ' ', ''), '	', ''), '-', '')) COLLATE "C" AS c FROM (SELECT '0' AS t, CAST(NULL AS text) AS k, CAST("code" AS text) AS r, CAST("it's a name" AS text) AS n, CAST(NULL AS text) AS u FROM "dw"."order" WHERE (kind = 'legal') UNION ALL SELECT '1' AS t, CAST("id" AS text) AS k, CAST("统一社会信用代码" AS text) AS r, CAST("name" AS text) AS n, CAST("unit" AS text) AS u FROM "other") t) s) s GROUP BY c HAVING count(*) > 1) s) p) g WHERE f > 1) d ON substr(o.c, 1, 19) = d.c

-- residue, tidied
SELECT t, k, r, n, u FROM (SELECT t, k, r, n, u, c, <clean> AS f
  FROM (SELECT t, k, r, n, u, c, <places>
  FROM (SELECT t, k, r, n, u, upper(replace(replace(replace(r, ' ', ''), '	', ''), '-', '')) COLLATE "C" AS c FROM (SELECT '0' AS t, CAST(NULL AS text) AS k, CAST("code" AS text) AS r, CAST("it's a name" AS text) AS n, CAST(NULL AS text) AS u FROM "dw"."order" WHERE (kind = 'legal') UNION ALL SELECT '1' AS t, CAST("id" AS text) AS k, CAST("统一社会信用代码" AS text) AS r, CAST("name" AS text) AS n, CAST("unit" AS text) AS u FROM "other") t) s) p) g WHERE f = 0

-- all, tidied
SELECT t, k, r, n, u FROM (SELECT t, k, r, n, u, upper(replace(replace(replace(r, ' ', ''), '	', ''), '-', '')) COLLATE "C" AS c FROM (SELECT '0' AS t, CAST(NULL AS text) AS k, CAST("code" AS text) AS r, CAST("it's a name" AS text) AS n, CAST(NULL AS text) AS u FROM "dw"."order" WHERE (kind = 'legal') UNION ALL SELECT '1' AS t, CAST("id" AS text) AS k, CAST("统一社会信用代码" AS text) AS r, CAST("name" AS text) AS n, CAST("unit" AS text) AS u FROM "other") t) s

-- summary, tidied
SELECT count(*) AS records, sum(f) AS clean, sum(1 - f) AS residue FROM (SELECT t, k, r, n, u, c, <clean> AS f
  FROM (SELECT t, k, r, n, u, c, <places>
  FROM (SELECT t, k, r, n, u, upper(replace(replace(replace(r, ' ', ''), '	', ''), '-', '')) COLLATE "C" AS c FROM (SELECT '0' AS t, CAST(NULL AS text) AS k, CAST("code" AS text) AS r, CAST("it's a name" AS text) AS n, CAST(NULL AS text) AS u FROM "dw"."order" WHERE (kind = 'legal') UNION ALL SELECT '1' AS t, CAST("id" AS text) AS k, CAST("统一社会信用代码" AS text) AS r, CAST("name" AS text) AS n, CAST("unit" AS text) AS u FROM "other") t) s) p) g

-- meeting, tidied
SELECT t, k, r, n, u FROM (SELECT t, k, r, n, u, upper(replace(replace(replace(r, ' ', ''), '	', ''), '-', '')) COLLATE "C" AS c FROM (SELECT '0' AS t, CAST(NULL AS text) AS k, CAST("code" AS text) AS r, CAST("it's a name" AS text) AS n, CAST(NULL AS text) AS u FROM "dw"."order" WHERE (kind = 'legal') UNION ALL SELECT '1' AS t, CAST("id" AS text) AS k, CAST("统一社会信用代码" AS text) AS r, CAST("name" AS text) AS n, CAST("unit" AS text) AS u FROM "other") t) o WHERE c IN ('91350100M000100Y43', '914403001922038216')
