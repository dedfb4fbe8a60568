-- places
instr('0123456789ABCDEFGHJKLMNPQRTUWXY', substr(c, 1, 1)) AS p1,
    instr('0123456789ABCDEFGHJKLMNPQRTUWXY', substr(c, 2, 1)) AS p2,
    instr('0123456789ABCDEFGHJKLMNPQRTUWXY', substr(c, 3, 1)) AS p3,
    instr('0123456789ABCDEFGHJKLMNPQRTUWXY', substr(c, 4, 1)) AS p4,
    instr('0123456789ABCDEFGHJKLMNPQRTUWXY', substr(c, 5, 1)) AS p5,
    instr('0123456789ABCDEFGHJKLMNPQRTUWXY', substr(c, 6, 1)) AS p6,
    instr('0123456789ABCDEFGHJKLMNPQRTUWXY', substr(c, 7, 1)) AS p7,
    instr('0123456789ABCDEFGHJKLMNPQRTUWXY', substr(c, 8, 1)) AS p8,
    instr('0123456789ABCDEFGHJKLMNPQRTUWXY', substr(c, 9, 1)) AS p9,
    instr('0123456789ABCDEFGHJKLMNPQRTUWXY', substr(c, 10, 1)) AS p10,
    instr('0123456789ABCDEFGHJKLMNPQRTUWXY', substr(c, 11, 1)) AS p11,
    instr('0123456789ABCDEFGHJKLMNPQRTUWXY', substr(c, 12, 1)) AS p12,
    instr('0123456789ABCDEFGHJKLMNPQRTUWXY', substr(c, 13, 1)) AS p13,
    instr('0123456789ABCDEFGHJKLMNPQRTUWXY', substr(c, 14, 1)) AS p14,
    instr('0123456789ABCDEFGHJKLMNPQRTUWXY', substr(c, 15, 1)) AS p15,
    instr('0123456789ABCDEFGHJKLMNPQRTUWXY', substr(c, 16, 1)) AS p16,
    instr('0123456789ABCDEFGHJKLMNPQRTUWXY', substr(c, 17, 1)) AS p17,
    instr('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ', substr(c, 9, 1)) AS o9,
    instr('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ', substr(c, 10, 1)) AS o10,
    instr('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ', substr(c, 11, 1)) AS o11,
    instr('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ', substr(c, 12, 1)) AS o12,
    instr('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ', substr(c, 13, 1)) AS o13,
    instr('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ', substr(c, 14, 1)) AS o14,
    instr('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ', substr(c, 15, 1)) AS o15,
    instr('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ', substr(c, 16, 1)) AS o16

-- clean
CASE WHEN length(c) = 18
    AND substr(c, 1, 2) IN ('11', '12', '13', '19', '51', '52', '53', '59', '91', '92', '93', 'Y1', '21', '29', '31', '32', '33', '34', '35', '39', '41', '49', '61', '62', '69', '71', '72', '79', '81', '89', 'A1', 'A9', 'N1', 'N2', 'N3', 'N9', '36', '54', '55', '82', '99', 'G1', 'G9', 'J1', 'J9', 'Q1', 'Q2', 'Q3', 'Q9')
    AND substr(c, 3, 2) IN ('11', '12', '13', '14', '15', '21', '22', '23', '31', '32', '33', '34', '35', '36', '37', '41', '42', '43', '44', '45', '46', '50', '51', '52', '53', '54', '61', '62', '63', '64', '65', '71', '81', '82', '10')
    AND (substr(c, 3, 2) <> '10' OR substr(c, 5, 4) = '0000')
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
    AND substr(c, 17, 1) = substr('0X987654321', 1 + mod(3 * o9 + 7 * o10 + 9 * o11 + 10 * o12 + 5 * o13 + 8 * o14 + 4 * o15 + 2 * o16 + 7, 11), 1)
    AND substr(c, 18, 1) = substr('0YXWUTRQPNMLKJHGFEDCBA987654321', 1 + mod(1 * p1 + 3 * p2 + 9 * p3 + 27 * p4 + 19 * p5 + 26 * p6 + 16 * p7 + 17 * p8 + 20 * p9 + 29 * p10 + 25 * p11 + 13 * p12 + 8 * p13 + 24 * p14 + 10 * p15 + 30 * p16 + 28 * p17 + 5, 31), 1) THEN 1 ELSE 0 END

-- counts, as-written
SELECT t, CASE WHEN f = 1 THEN substr(c, 1, 8) END AS h, count(*) AS n FROM (SELECT t, k, r, n, u, c, <clean> AS f
  FROM (SELECT t, k, r, n, u, c, <places>
  FROM (SELECT t, k, r, n, u, r AS c FROM (SELECT '0' AS t, CAST(NULL AS VARCHAR) AS k, CAST("code" AS VARCHAR) AS r, CAST("it's a name" AS VARCHAR) AS n, CAST(NULL AS VARCHAR) AS u FROM "dw"."order" WHERE (kind = 'legal') UNION ALL SELECT '1' AS t, CAST("id" AS VARCHAR) AS k, CAST("统一社会信用代码" AS VARCHAR) AS r, CAST("name" AS VARCHAR) AS n, CAST("unit" AS VARCHAR) AS u FROM "other") t) s) p) g GROUP BY t, CASE WHEN f = 1 THEN substr(c, 1, 8) END

-- units, as-written
SELECT t, u, count(*) AS n FROM (SELECT t, k, r, n, u, c, <clean> AS f
  FROM (SELECT t, k, r, n, u, c, <places>
  FROM (SELECT t, k, r, n, u, r AS c FROM (SELECT '0' AS t, CAST(NULL AS VARCHAR) AS k, CAST("code" AS VARCHAR) AS r, CAST("it's a name" AS VARCHAR) AS n, CAST(NULL AS VARCHAR) AS u FROM "dw"."order" WHERE (kind = 'legal') UNION ALL SELECT '1' AS t, CAST("id" AS VARCHAR) AS k, CAST("统一社会信用代码" AS VARCHAR) AS r, CAST("name" AS VARCHAR) AS n, CAST("unit" AS VARCHAR) AS u FROM "other") t) s) p) g WHERE f = 1 GROUP BY t, u

-- formatted, as-written
SELECT t, u, l, b, d, count(*) AS n FROM (SELECT t, u, CASE WHEN upper(r) <> r THEN 1 ELSE 0 END AS l, CASE WHEN replace(replace(r, ' ', ''), '	', '') <> r THEN 1 ELSE 0 END AS b, CASE WHEN replace(r, '-', '') <> r THEN 1 ELSE 0 END AS d
  FROM (SELECT t, k, r, n, u, c, <clean> AS f
  FROM (SELECT t, k, r, n, u, c, <places>
  FROM (SELECT t, k, r, n, u, r AS c FROM (SELECT '0' AS t, CAST(NULL AS VARCHAR) AS k, CAST("code" AS VARCHAR) AS r, CAST("it's a name" AS VARCHAR) AS n, CAST(NULL AS VARCHAR) AS u FROM "dw"."order" WHERE (kind = 'legal') UNION ALL SELECT '1' AS t, CAST("id" AS VARCHAR) AS k, CAST("统一社会信用代码" AS VARCHAR) AS r, CAST("name" AS VARCHAR) AS n, CAST("unit" AS VARCHAR) AS u FROM "other") t) s) p) g WHERE f = 1) w GROUP BY t, u, l, b, d

-- duplicates, as-written
SELECT o.t, o.k, o.r, o.n, o.u FROM (SELECT t, k, r, n, u, r AS c FROM (SELECT '0' AS t, CAST(NULL AS VARCHAR) AS k, CAST("code" AS VARCHAR) AS r, CAST("it's a name" AS VARCHAR) AS n, CAST(NULL AS VARCHAR) AS u FROM "dw"."order" WHERE (kind = 'legal') UNION ALL SELECT '1' AS t, CAST("id" AS VARCHAR) AS k, CAST("统一社会信用代码" AS VARCHAR) AS r, CAST("name" AS VARCHAR) AS n, CAST("unit" AS VARCHAR) AS u FROM "other") t) o JOIN (SELECT c FROM (SELECT c, m * <clean> AS f
  FROM (SELECT c, m, <places>
  FROM (SELECT c, count(*) AS m FROM (SELECT substr(c, 1, 19) AS c FROM (SELECT t, k, r, n, u, r AS c FROM (SELECT '0' AS t, CAST(NULL AS VARCHAR) AS k, CAST("code" AS VARCHAR) AS r, CAST("it's a name" AS VARCHAR) AS n, CAST(NULL AS VARCHAR) AS u FROM "dw"."order" WHERE (kind = 'legal') UNION ALL SELECT '1' AS t, CAST("id" AS VARCHAR) AS k, CAST("统一社会信用代码" AS VARCHAR) AS r, CAST("name" AS VARCHAR) AS n, CAST("unit" AS VARCHAR) AS u FROM "other") t) s) s GROUP BY c HAVING count(*) > 1) s) p) g WHERE f > 1) d ON substr(o.c, 1, 19) = d.c

-- residue, as-written
SELECT t, k, r, n, u FROM (SELECT t, k, r, n, u, c, <clean> AS f
  FROM (SELECT t, k, r, n, u, c, <places>
  FROM (SELECT t, k, r, n, u, r AS c FROM (SELECT '0' AS t, CAST(NULL AS VARCHAR) AS k, CAST("code" AS VARCHAR) AS r, CAST("it's a name" AS VARCHAR) AS n, CAST(NULL AS VARCHAR) AS u FROM "dw"."order" WHERE (kind = 'legal') UNION ALL SELECT '1' AS t, CAST("id" AS VARCHAR) AS k, CAST("统一社会信用代码" AS VARCHAR) AS r, CAST("name" AS VARCHAR) AS n, CAST("unit" AS VARCHAR) AS u FROM "other") t) s) p) g WHERE f = 0

-- all, as-written
SELECT t, k, r, n, u FROM (SELECT t, k, r, n, u, r AS c FROM (SELECT '0' AS t, CAST(NULL AS VARCHAR) AS k, CAST("code" AS VARCHAR) AS r, CAST("it's a name" AS VARCHAR) AS n, CAST(NULL AS VARCHAR) AS u FROM "dw"."order" WHERE (kind = 'legal') UNION ALL SELECT '1' AS t, CAST("id" AS VARCHAR) AS k, CAST("统一社会信用代码" AS VARCHAR) AS r, CAST("name" AS VARCHAR) AS n, CAST("unit" AS VARCHAR) AS u FROM "other") t) s

-- summary, as-written
SELECT count(*) AS records, sum(f) AS clean, sum(1 - f) AS residue FROM (SELECT t, k, r, n, u, c, <clean> AS f
  FROM (SELECT t, k, r, n, u, c, <places>
  FROM (SELECT t, k, r, n, u, r AS c FROM (SELECT '0' AS t, CAST(NULL AS VARCHAR) AS k, CAST("code" AS VARCHAR) AS r, CAST("it's a name" AS VARCHAR) AS n, CAST(NULL AS VARCHAR) AS u FROM "dw"."order" WHERE (kind = 'legal') UNION ALL SELECT '1' AS t, CAST("id" AS VARCHAR) AS k, CAST("统一社会信用代码" AS VARCHAR) AS r, CAST("name" AS VARCHAR) AS n, CAST("unit" AS VARCHAR) AS u FROM "other") t) s) p) g

-- meeting, as-written
SELECT t, k, r, n, u FROM (SELECT t, k, r, n, u, r AS c FROM (SELECT '0' AS t, CAST(NULL AS VARCHAR) AS k, CAST("code" AS VARCHAR) AS r, CAST("it's a name" AS VARCHAR) AS n, CAST(NULL AS VARCHAR) AS u FROM "dw"."order" WHERE (kind = 'legal') UNION ALL SELECT '1' AS t, CAST("id" AS VARCHAR) AS k, CAST("统一社会信用代码" AS VARCHAR) AS r, CAST("name" AS VARCHAR) AS n, CAST("unit" AS VARCHAR) AS u FROM "other") t) o WHERE c IN ('91350100M000100Y43', '914403001922038216')

-- counts, tidied
SELECT t, CASE WHEN f = 1 THEN substr(c, 1, 8) END AS h, count(*) AS n FROM (SELECT t, k, r, n, u, c, <clean> AS f
  FROM (SELECT t, k, r, n, u, c, <places>
  FROM (SELECT t, k, r, n, u, upper(replace(replace(replace(r, ' ', ''), '	', ''), '-', '')) AS c FROM (SELECT '0' AS t, CAST(NULL AS VARCHAR) AS k, CAST("code" AS VARCHAR) AS r, CAST("it's a name" AS VARCHAR) AS n, CAST(NULL AS VARCHAR) AS u FROM "dw"."order" WHERE (kind = 'legal') UNION ALL SELECT '1' AS t, CAST("id" AS VARCHAR) AS k, CAST("统一社会信用代码" AS VARCHAR) AS r, CAST("name" AS VARCHAR) AS n, CAST("unit" AS VARCHAR) AS u FROM "other") t) s) p) g GROUP BY t, CASE WHEN f = 1 THEN substr(c, 1, 8) END

-- units, tidied
SELECT t, u, count(*) AS n FROM (SELECT t, k, r, n, u, c, <clean> AS f
  FROM (SELECT t, k, r, n, u, c, <places>
  FROM (SELECT t, k, r, n, u, upper(replace(replace(replace(r, ' ', ''), '	', ''), '-', '')) AS c FROM (SELECT '0' AS t, CAST(NULL AS VARCHAR) AS k, CAST("code" AS VARCHAR) AS r, CAST("it's a name" AS VARCHAR) AS n, CAST(NULL AS VARCHAR) AS u FROM "dw"."order" WHERE (kind = 'legal') UNION ALL SELECT '1' AS t, CAST("id" AS VARCHAR) AS k, CAST("统一社会信用代码" AS VARCHAR) AS r, CAST("name" AS VARCHAR) AS n, CAST("unit" AS VARCHAR) AS u FROM "other") t) s) p) g WHERE f = 1 GROUP BY t, u

-- formatted, tidied
SELECT t, u, l, b, d, count(*) AS n FROM (SELECT t, u, CASE WHEN upper(r) <> r THEN 1 ELSE 0 END AS l, CASE WHEN replace(replace(r, ' ', ''), '	', '') <> r THEN 1 ELSE 0 END AS b, CASE WHEN replace(r, '-', '') <> r THEN 1 ELSE 0 END AS d
  FROM (SELECT t, k, r, n, u, c, <clean> AS f
  FROM (SELECT t, k, r, n, u, c, <places>
  FROM (SELECT t, k, r, n, u, upper(replace(replace(replace(r, ' ', ''), '	', ''), '-', '')) AS c FROM (SELECT '0' AS t, CAST(NULL AS VARCHAR) AS k, CAST("code" AS VARCHAR) AS r, CAST("it's a name" AS VARCHAR) AS n, CAST(NULL AS VARCHAR) AS u FROM "dw"."order" WHERE (kind = 'legal') UNION ALL SELECT '1' AS t, CAST("id" AS VARCHAR) AS k, CAST("统一社会信用代码" AS VARCHAR) AS r, CAST("name" AS VARCHAR) AS n, CAST("unit" AS VARCHAR) AS u FROM "other") t) s) p) g WHERE f = 1) w GROUP BY t, u, l, b, d

-- duplicates, tidied
SELECT o.t, o.k, o.r, o.n, o.u FROM (SELECT t, k, r, n, u, upper(replace(replace(replace(r, ' ', ''), '	', ''), '-', '')) AS c FROM (SELECT '0' AS t, CAST(NULL AS VARCHAR) AS k, CAST("code" AS VARCHAR) AS r, CAST("it's a name" AS VARCHAR) AS n, CAST(NULL AS VARCHAR) AS u FROM "dw"."order" WHERE (kind = 'legal') UNION ALL SELECT '1' AS t, CAST("id" AS VARCHAR) AS k, CAST("统一社会信用代码" AS VARCHAR) AS r, CAST("name" AS VARCHAR) AS n, CAST("unit" AS VARCHAR) AS u FROM "other") t) o JOIN (SELECT c FROM (SELECT c, m * <clean> AS f
  FROM (SELECT c, m, <places>
  FROM (SELECT c, count(*) AS m FROM (SELECT substr(c, 1, 19) AS c FROM (SELECT t, k, r, n, u, upper(replace(replace(replace(r, ' ', ''), '	', ''), '-', '')) AS c FROM (SELECT '0' AS t, CAST(NULL AS VARCHAR) AS k, CAST("code" AS VARCHAR) AS r, CAST("it's a name" AS VARCHAR) AS n, CAST(NULL AS VARCHAR) AS u FROM "dw"."order" WHERE (kind = 'legal') UNION ALL SELECT '1' AS t, CAST("id" AS VARCHAR) AS k, CAST("统一社会信用代码" AS VARCHAR) AS r, CAST("name" AS VARCHAR) AS n, CAST("unit" AS VARCHAR) AS u FROM "other") t) s) s GROUP BY c HAVING count(*) > 1) s) p) g WHERE f > 1) d ON substr(o.c, 1, 19) = d.c

-- residue, tidied
SELECT t, k, r, n, u FROM (SELECT t, k, r, n, u, c, <clean> AS f
  FROM (SELECT t, k, r, n, u, c, <places>
  FROM (SELECT t, k, r, n, u, upper(replace(replace(replace(r, ' ', ''), '	', ''), '-', '')) AS c FROM (SELECT '0' AS t, CAST(NULL AS VARCHAR) AS k, CAST("code" AS VARCHAR) AS r, CAST("it's a name" AS VARCHAR) AS n, CAST(NULL AS VARCHAR) AS u FROM "dw"."order" WHERE (kind = 'legal') UNION ALL SELECT '1' AS t, CAST("id" AS VARCHAR) AS k, CAST("统一社会信用代码" AS VARCHAR) AS r, CAST("name" AS VARCHAR) AS n, CAST("unit" AS VARCHAR) AS u FROM "other") t) s) p) g WHERE f = 0

-- all, tidied
SELECT t, k, r, n, u FROM (SELECT t, k, r, n, u, upper(replace(replace(replace(r, ' ', ''), '	', ''), '-', '')) AS c FROM (SELECT '0' AS t, CAST(NULL AS VARCHAR) AS k, CAST("code" AS VARCHAR) AS r, CAST("it's a name" AS VARCHAR) AS n, CAST(NULL AS VARCHAR) AS u FROM "dw"."order" WHERE (kind = 'legal') UNION ALL SELECT '1' AS t, CAST("id" AS VARCHAR) AS k, CAST("统一社会信用代码" AS VARCHAR) AS r, CAST("name" AS VARCHAR) AS n, CAST("unit" AS VARCHAR) AS u FROM "other") t) s

-- summary, tidied
SELECT count(*) AS records, sum(f) AS clean, sum(1 - f) AS residue FROM (SELECT t, k, r, n, u, c, <clean> AS f
  FROM (SELECT t, k, r, n, u, c, <places>
  FROM (SELECT t, k, r, n, u, upper(replace(replace(replace(r, ' ', ''), '	', ''), '-', '')) AS c FROM (SELECT '0' AS t, CAST(NULL AS VARCHAR) AS k, CAST("code" AS VARCHAR) AS r, CAST("it's a name" AS VARCHAR) AS n, CAST(NULL AS VARCHAR) AS u FROM "dw"."order" WHERE (kind = 'legal') UNION ALL SELECT '1' AS t, CAST("id" AS VARCHAR) AS k, CAST("统一社会信用代码" AS VARCHAR) AS r, CAST("name" AS VARCHAR) AS n, CAST("unit" AS VARCHAR) AS u FROM "other") t) s) p) g

-- meeting, tidied
SELECT t, k, r, n, u FROM (SELECT t, k, r, n, u, upper(replace(replace(replace(r, ' ', ''), '	', ''), '-', '')) AS c FROM (SELECT '0' AS t, CAST(NULL AS VARCHAR) AS k, CAST("code" AS VARCHAR) AS r, CAST("it's a name" AS VARCHAR) AS n, CAST(NULL AS VARCHAR) AS u FROM "dw"."order" WHERE (kind = 'legal') UNION ALL SELECT '1' AS t, CAST("id" AS VARCHAR) AS k, CAST("统一社会信用代码" AS VARCHAR) AS r, CAST("name" AS VARCHAR) AS n, CAST("unit" AS VARCHAR) AS u FROM "other") t) o WHERE c IN ('91350100M000100Y43', '914403001922038216')
