-- clean
CASE WHEN length(c) = 18
    AND substr(c, 1, 2) IN ('11', '12', '13', '19', '51', '52', '53', '59', '91', '92', '93', 'Y1', '21', '29', '31', '32', '33', '34', '35', '39', '41', '49', '61', '62', '69', '71', '72', '79', '81', '89', 'A1', 'A9', 'N1', 'N2', 'N3', 'N9', '36', '54', '55', '82', '99', 'G1', 'G9', 'J1', 'J9', 'Q1', 'Q2', 'Q3', 'Q9')
    AND substr(c, 3, 2) IN ('11', '12', '13', '14', '15', '21', '22', '23', '31', '32', '33', '34', '35', '36', '37', '41', '42', '43', '44', '45', '46', '50', '51', '52', '53', '54', '61', '62', '63', '64', '65', '71', '81', '82', '10')
    AND (substr(c, 3, 2) <> '10' OR substr(c, 5, 4) = '0000')
    AND instr('0123456789', substr(c, 3, 1)) > 0
    AND instr('0123456789', substr(c, 4, 1)) > 0
    AND instr('0123456789', substr(c, 5, 1)) > 0
    AND instr('0123456789', substr(c, 6, 1)) > 0
    AND instr('0123456789', substr(c, 7, 1)) > 0
    AND instr('0123456789', substr(c, 8, 1)) > 0
    AND instr('0123456789ABCDEFGHJKLMNPQRTUWXY', substr(c, 9, 1)) > 0
    AND instr('0123456789ABCDEFGHJKLMNPQRTUWXY', substr(c, 10, 1)) > 0
    AND instr('0123456789ABCDEFGHJKLMNPQRTUWXY', substr(c, 11, 1)) > 0
    AND instr('0123456789ABCDEFGHJKLMNPQRTUWXY', substr(c, 12, 1)) > 0
    AND instr('0123456789ABCDEFGHJKLMNPQRTUWXY', substr(c, 13, 1)) > 0
    AND instr('0123456789ABCDEFGHJKLMNPQRTUWXY', substr(c, 14, 1)) > 0
    AND instr('0123456789ABCDEFGHJKLMNPQRTUWXY', substr(c, 15, 1)) > 0
    AND instr('0123456789ABCDEFGHJKLMNPQRTUWXY', substr(c, 16, 1)) > 0
    AND substr(c, 17, 1) = substr('0X987654321', 1 + mod(3 * instr('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ', substr(c, 9, 1)) + 7 * instr('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ', substr(c, 10, 1)) + 9 * instr('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ', substr(c, 11, 1)) + 10 * instr('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ', substr(c, 12, 1)) + 5 * instr('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ', substr(c, 13, 1)) + 8 * instr('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ', substr(c, 14, 1)) + 4 * instr('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ', substr(c, 15, 1)) + 2 * instr('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ', substr(c, 16, 1)) + 7, 11), 1)
    AND substr(c, 18, 1) = substr('0YXWUTRQPNMLKJHGFEDCBA987654321', 1 + mod(1 * instr('0123456789ABCDEFGHJKLMNPQRTUWXY', substr(c, 1, 1)) + 3 * instr('0123456789ABCDEFGHJKLMNPQRTUWXY', substr(c, 2, 1)) + 9 * instr('0123456789ABCDEFGHJKLMNPQRTUWXY', substr(c, 3, 1)) + 27 * instr('0123456789ABCDEFGHJKLMNPQRTUWXY', substr(c, 4, 1)) + 19 * instr('0123456789ABCDEFGHJKLMNPQRTUWXY', substr(c, 5, 1)) + 26 * instr('0123456789ABCDEFGHJKLMNPQRTUWXY', substr(c, 6, 1)) + 16 * instr('0123456789ABCDEFGHJKLMNPQRTUWXY', substr(c, 7, 1)) + 17 * instr('0123456789ABCDEFGHJKLMNPQRTUWXY', substr(c, 8, 1)) + 20 * instr('0123456789ABCDEFGHJKLMNPQRTUWXY', substr(c, 9, 1)) + 29 * instr('0123456789ABCDEFGHJKLMNPQRTUWXY', substr(c, 10, 1)) + 25 * instr('0123456789ABCDEFGHJKLMNPQRTUWXY', substr(c, 11, 1)) + 13 * instr('0123456789ABCDEFGHJKLMNPQRTUWXY', substr(c, 12, 1)) + 8 * instr('0123456789ABCDEFGHJKLMNPQRTUWXY', substr(c, 13, 1)) + 24 * instr('0123456789ABCDEFGHJKLMNPQRTUWXY', substr(c, 14, 1)) + 10 * instr('0123456789ABCDEFGHJKLMNPQRTUWXY', substr(c, 15, 1)) + 30 * instr('0123456789ABCDEFGHJKLMNPQRTUWXY', substr(c, 16, 1)) + 28 * instr('0123456789ABCDEFGHJKLMNPQRTUWXY', substr(c, 17, 1)) + 5, 31), 1) THEN 1 ELSE 0 END

-- counts, as-written
SELECT t, CASE WHEN f = 1 THEN substr(c, 1, 8) END AS h, count(*) AS n FROM (SELECT t, k, r, n, u, c, <clean> AS f
  FROM (SELECT t, k, r, n, u, r AS c FROM (SELECT '0' AS t, CAST(NULL AS VARCHAR) AS k, CAST("code" AS VARCHAR) AS r, CAST("it's a name" AS VARCHAR) AS n, CAST(NULL AS VARCHAR) AS u FROM "dw"."order" WHERE (kind = 'legal') UNION ALL SELECT '1' AS t, CAST("id" AS VARCHAR) AS k, CAST("统一社会信用代码" AS VARCHAR) AS r, CAST("name" AS VARCHAR) AS n, CAST("unit" AS VARCHAR) AS u FROM "other") t) s) g GROUP BY t, CASE WHEN f = 1 THEN substr(c, 1, 8) END

-- units, as-written
SELECT t, u, count(*) AS n FROM (SELECT t, k, r, n, u, c, <clean> AS f
  FROM (SELECT t, k, r, n, u, r AS c FROM (SELECT '0' AS t, CAST(NULL AS VARCHAR) AS k, CAST("code" AS VARCHAR) AS r, CAST("it's a name" AS VARCHAR) AS n, CAST(NULL AS VARCHAR) AS u FROM "dw"."order" WHERE (kind = 'legal') UNION ALL SELECT '1' AS t, CAST("id" AS VARCHAR) AS k, CAST("统一社会信用代码" AS VARCHAR) AS r, CAST("name" AS VARCHAR) AS n, CAST("unit" AS VARCHAR) AS u FROM "other") t) s) g WHERE f = 1 GROUP BY t, u

-- formatted, as-written
SELECT t, count(*) AS n FROM (SELECT t, k, r, n, u, c, <clean> AS f
  FROM (SELECT t, k, r, n, u, r AS c FROM (SELECT '0' AS t, CAST(NULL AS VARCHAR) AS k, CAST("code" AS VARCHAR) AS r, CAST("it's a name" AS VARCHAR) AS n, CAST(NULL AS VARCHAR) AS u FROM "dw"."order" WHERE (kind = 'legal') UNION ALL SELECT '1' AS t, CAST("id" AS VARCHAR) AS k, CAST("统一社会信用代码" AS VARCHAR) AS r, CAST("name" AS VARCHAR) AS n, CAST("unit" AS VARCHAR) AS u FROM "other") t) s) g WHERE f = 1 AND c <> r GROUP BY t

-- duplicates, as-written
SELECT o.t, o.k, o.r, o.n, o.u FROM (SELECT t, k, r, n, u, r AS c FROM (SELECT '0' AS t, CAST(NULL AS VARCHAR) AS k, CAST("code" AS VARCHAR) AS r, CAST("it's a name" AS VARCHAR) AS n, CAST(NULL AS VARCHAR) AS u FROM "dw"."order" WHERE (kind = 'legal') UNION ALL SELECT '1' AS t, CAST("id" AS VARCHAR) AS k, CAST("统一社会信用代码" AS VARCHAR) AS r, CAST("name" AS VARCHAR) AS n, CAST("unit" AS VARCHAR) AS u FROM "other") t) o JOIN (SELECT c FROM (SELECT t, k, r, n, u, c, <clean> AS f
  FROM (SELECT t, k, r, n, u, r AS c FROM (SELECT '0' AS t, CAST(NULL AS VARCHAR) AS k, CAST("code" AS VARCHAR) AS r, CAST("it's a name" AS VARCHAR) AS n, CAST(NULL AS VARCHAR) AS u FROM "dw"."order" WHERE (kind = 'legal') UNION ALL SELECT '1' AS t, CAST("id" AS VARCHAR) AS k, CAST("统一社会信用代码" AS VARCHAR) AS r, CAST("name" AS VARCHAR) AS n, CAST("unit" AS VARCHAR) AS u FROM "other") t) s) g WHERE f = 1 GROUP BY c HAVING count(*) > 1) d ON o.c = d.c

-- residue, as-written
SELECT t, k, r, n, u FROM (SELECT t, k, r, n, u, c, <clean> AS f
  FROM (SELECT t, k, r, n, u, r AS c FROM (SELECT '0' AS t, CAST(NULL AS VARCHAR) AS k, CAST("code" AS VARCHAR) AS r, CAST("it's a name" AS VARCHAR) AS n, CAST(NULL AS VARCHAR) AS u FROM "dw"."order" WHERE (kind = 'legal') UNION ALL SELECT '1' AS t, CAST("id" AS VARCHAR) AS k, CAST("统一社会信用代码" AS VARCHAR) AS r, CAST("name" AS VARCHAR) AS n, CAST("unit" AS VARCHAR) AS u FROM "other") t) s) g WHERE f = 0

-- all, as-written
SELECT t, k, r, n, u FROM (SELECT t, k, r, n, u, r AS c FROM (SELECT '0' AS t, CAST(NULL AS VARCHAR) AS k, CAST("code" AS VARCHAR) AS r, CAST("it's a name" AS VARCHAR) AS n, CAST(NULL AS VARCHAR) AS u FROM "dw"."order" WHERE (kind = 'legal') UNION ALL SELECT '1' AS t, CAST("id" AS VARCHAR) AS k, CAST("统一社会信用代码" AS VARCHAR) AS r, CAST("name" AS VARCHAR) AS n, CAST("unit" AS VARCHAR) AS u FROM "other") t) s

-- summary, as-written
SELECT count(*) AS records, sum(f) AS clean, sum(1 - f) AS residue FROM (SELECT t, k, r, n, u, c, <clean> AS f
  FROM (SELECT t, k, r, n, u, r AS c FROM (SELECT '0' AS t, CAST(NULL AS VARCHAR) AS k, CAST("code" AS VARCHAR) AS r, CAST("it's a name" AS VARCHAR) AS n, CAST(NULL AS VARCHAR) AS u FROM "dw"."order" WHERE (kind = 'legal') UNION ALL SELECT '1' AS t, CAST("id" AS VARCHAR) AS k, CAST("统一社会信用代码" AS VARCHAR) AS r, CAST("name" AS VARCHAR) AS n, CAST("unit" AS VARCHAR) AS u FROM "other") t) s) g

-- meeting, as-written
SELECT t, k, r, n, u FROM (SELECT t, k, r, n, u, r AS c FROM (SELECT '0' AS t, CAST(NULL AS VARCHAR) AS k, CAST("code" AS VARCHAR) AS r, CAST("it's a name" AS VARCHAR) AS n, CAST(NULL AS VARCHAR) AS u FROM "dw"."order" WHERE (kind = 'legal') UNION ALL SELECT '1' AS t, CAST("id" AS VARCHAR) AS k, CAST("统一社会信用代码" AS VARCHAR) AS r, CAST("name" AS VARCHAR) AS n, CAST("unit" AS VARCHAR) AS u FROM "other") t) o WHERE c IN ('91350100M000100Y43', '914403001922038216')

-- counts, tidied
SELECT t, CASE WHEN f = 1 THEN substr(c, 1, 8) END AS h, count(*) AS n FROM (SELECT t, k, r, n, u, c, <clean> AS f
  FROM (SELECT t, k, r, n, u, upper(replace(replace(replace(r, ' ', ''), '	', ''), '-', '')) AS c FROM (SELECT '0' AS t, CAST(NULL AS VARCHAR) AS k, CAST("code" AS VARCHAR) AS r, CAST("it's a name" AS VARCHAR) AS n, CAST(NULL AS VARCHAR) AS u FROM "dw"."order" WHERE (kind = 'legal') UNION ALL SELECT '1' AS t, CAST("id" AS VARCHAR) AS k, CAST("统一社会信用代码" AS VARCHAR) AS r, CAST("name" AS VARCHAR) AS n, CAST("unit" AS VARCHAR) AS u FROM "other") t) s) g GROUP BY t, CASE WHEN f = 1 THEN substr(c, 1, 8) END

-- units, tidied
SELECT t, u, count(*) AS n FROM (SELECT t, k, r, n, u, c, <clean> AS f
  FROM (SELECT t, k, r, n, u, upper(replace(replace(replace(r, ' ', ''), '	', ''), '-', '')) AS c FROM (SELECT '0' AS t, CAST(NULL AS VARCHAR) AS k, CAST("code" AS VARCHAR) AS r, CAST("it's a name" AS VARCHAR) AS n, CAST(NULL AS VARCHAR) AS u FROM "dw"."order" WHERE (kind = 'legal') UNION ALL SELECT '1' AS t, CAST("id" AS VARCHAR) AS k, CAST("统一社会信用代码" AS VARCHAR) AS r, CAST("name" AS VARCHAR) AS n, CAST("unit" AS VARCHAR) AS u FROM "other") t) s) g WHERE f = 1 GROUP BY t, u

-- formatted, tidied
SELECT t, count(*) AS n FROM (SELECT t, k, r, n, u, c, <clean> AS f
  FROM (SELECT t, k, r, n, u, upper(replace(replace(replace(r, ' ', ''), '	', ''), '-', '')) AS c FROM (SELECT '0' AS t, CAST(NULL AS VARCHAR) AS k, CAST("code" AS VARCHAR) AS r, CAST("it's a name" AS VARCHAR) AS n, CAST(NULL AS VARCHAR) AS u FROM "dw"."order" WHERE (kind = 'legal') UNION ALL SELECT '1' AS t, CAST("id" AS VARCHAR) AS k, CAST("统一社会信用代码" AS VARCHAR) AS r, CAST("name" AS VARCHAR) AS n, CAST("unit" AS VARCHAR) AS u FROM "other") t) s) g WHERE f = 1 AND c <> r GROUP BY t

-- duplicates, tidied
SELECT o.t, o.k, o.r, o.n, o.u FROM (SELECT t, k, r, n, u, upper(replace(replace(replace(r, ' ', ''), '	', ''), '-', '')) AS c FROM (SELECT '0' AS t, CAST(NULL AS VARCHAR) AS k, CAST("code" AS VARCHAR) AS r, CAST("it's a name" AS VARCHAR) AS n, CAST(NULL AS VARCHAR) AS u FROM "dw"."order" WHERE (kind = 'legal') UNION ALL SELECT '1' AS t, CAST("id" AS VARCHAR) AS k, CAST("统一社会信用代码" AS VARCHAR) AS r, CAST("name" AS VARCHAR) AS n, CAST("unit" AS VARCHAR) AS u FROM "other") t) o JOIN (SELECT c FROM (SELECT t, k, r, n, u, c, <clean> AS f
  FROM (SELECT t, k, r, n, u, upper(replace(replace(replace(r, ' ', ''), '	', ''), '-', '')) AS c FROM (SELECT '0' AS t, CAST(NULL AS VARCHAR) AS k, CAST("code" AS VARCHAR) AS r, CAST("it's a name" AS VARCHAR) AS n, CAST(NULL AS VARCHAR) AS u FROM "dw"."order" WHERE (kind = 'legal') UNION ALL SELECT '1' AS t, CAST("id" AS VARCHAR) AS k, CAST("统一社会信用代码" AS VARCHAR) AS r, CAST("name" AS VARCHAR) AS n, CAST("unit" AS VARCHAR) AS u FROM "other") t) s) g WHERE f = 1 GROUP BY c HAVING count(*) > 1) d ON o.c = d.c

-- residue, tidied
SELECT t, k, r, n, u FROM (SELECT t, k, r, n, u, c, <clean> AS f
  FROM (SELECT t, k, r, n, u, upper(replace(replace(replace(r, ' ', ''), '	', ''), '-', '')) AS c FROM (SELECT '0' AS t, CAST(NULL AS VARCHAR) AS k, CAST("code" AS VARCHAR) AS r, CAST("it's a name" AS VARCHAR) AS n, CAST(NULL AS VARCHAR) AS u FROM "dw"."order" WHERE (kind = 'legal') UNION ALL SELECT '1' AS t, CAST("id" AS VARCHAR) AS k, CAST("统一社会信用代码" AS VARCHAR) AS r, CAST("name" AS VARCHAR) AS n, CAST("unit" AS VARCHAR) AS u FROM "other") t) s) g WHERE f = 0

-- all, tidied
SELECT t, k, r, n, u FROM (SELECT t, k, r, n, u, upper(replace(replace(replace(r, ' ', ''), '	', ''), '-', '')) AS c FROM (SELECT '0' AS t, CAST(NULL AS VARCHAR) AS k, CAST("code" AS VARCHAR) AS r, CAST("it's a name" AS VARCHAR) AS n, CAST(NULL AS VARCHAR) AS u FROM "dw"."order" WHERE (kind = 'legal') UNION ALL SELECT '1' AS t, CAST("id" AS VARCHAR) AS k, CAST("统一社会信用代码" AS VARCHAR) AS r, CAST("name" AS VARCHAR) AS n, CAST("unit" AS VARCHAR) AS u FROM "other") t) s

-- summary, tidied
SELECT count(*) AS records, sum(f) AS clean, sum(1 - f) AS residue FROM (SELECT t, k, r, n, u, c, <clean> AS f
  FROM (SELECT t, k, r, n, u, upper(replace(replace(replace(r, ' ', ''), '	', ''), '-', '')) AS c FROM (SELECT '0' AS t, CAST(NULL AS VARCHAR) AS k, CAST("code" AS VARCHAR) AS r, CAST("it's a name" AS VARCHAR) AS n, CAST(NULL AS VARCHAR) AS u FROM "dw"."order" WHERE (kind = 'legal') UNION ALL SELECT '1' AS t, CAST("id" AS VARCHAR) AS k, CAST("统一社会信用代码" AS VARCHAR) AS r, CAST("name" AS VARCHAR) AS n, CAST("unit" AS VARCHAR) AS u FROM "other") t) s) g

-- meeting, tidied
SELECT t, k, r, n, u FROM (SELECT t, k, r, n, u, upper(replace(replace(replace(r, ' ', ''), '	', ''), '-', '')) AS c FROM (SELECT '0' AS t, CAST(NULL AS VARCHAR) AS k, CAST("code" AS VARCHAR) AS r, CAST("it's a name" AS VARCHAR) AS n, CAST(NULL AS VARCHAR) AS u FROM "dw"."order" WHERE (kind = 'legal') UNION ALL SELECT '1' AS t, CAST("id" AS VARCHAR) AS k, CAST("统一社会信用代码" AS VARCHAR) AS r, CAST("name" AS VARCHAR) AS n, CAST("unit" AS VARCHAR) AS u FROM "other") t) o WHERE c IN ('91350100M000100Y43', '914403001922038216')
