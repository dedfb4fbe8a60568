-- places
instr(_binary '0123456789ABCDEFGHJKLMNPQRTUWXY', substr(c, 1, 1)) AS p1,
    instr(_binary '0123456789ABCDEFGHJKLMNPQRTUWXY', substr(c, 2, 1)) AS p2,
    instr(_binary '0123456789ABCDEFGHJKLMNPQRTUWXY', substr(c, 3, 1)) AS p3,
    instr(_binary '0123456789ABCDEFGHJKLMNPQRTUWXY', substr(c, 4, 1)) AS p4,
    instr(_binary '0123456789ABCDEFGHJKLMNPQRTUWXY', substr(c, 5, 1)) AS p5,
    instr(_binary '0123456789ABCDEFGHJKLMNPQRTUWXY', substr(c, 6, 1)) AS p6,
    instr(_binary '0123456789ABCDEFGHJKLMNPQRTUWXY', substr(c, 7, 1)) AS p7,
    instr(_binary '0123456789ABCDEFGHJKLMNPQRTUWXY', substr(c, 8, 1)) AS p8,
    instr(_binary '0123456789ABCDEFGHJKLMNPQRTUWXY', substr(c, 9, 1)) AS p9,
    instr(_binary '0123456789ABCDEFGHJKLMNPQRTUWXY', substr(c, 10, 1)) AS p10,
    instr(_binary '0123456789ABCDEFGHJKLMNPQRTUWXY', substr(c, 11, 1)) AS p11,
    instr(_binary '0123456789ABCDEFGHJKLMNPQRTUWXY', substr(c, 12, 1)) AS p12,
    instr(_binary '0123456789ABCDEFGHJKLMNPQRTUWXY', substr(c, 13, 1)) AS p13,
    instr(_binary '0123456789ABCDEFGHJKLMNPQRTUWXY', substr(c, 14, 1)) AS p14,
    instr(_binary '0123456789ABCDEFGHJKLMNPQRTUWXY', substr(c, 15, 1)) AS p15,
    instr(_binary '0123456789ABCDEFGHJKLMNPQRTUWXY', substr(c, 16, 1)) AS p16,
    instr(_binary '0123456789ABCDEFGHJKLMNPQRTUWXY', substr(c, 17, 1)) AS p17,
    instr(_binary '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ', substr(c, 9, 1)) AS o9,
    instr(_binary '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ', substr(c, 10, 1)) AS o10,
    instr(_binary '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ', substr(c, 11, 1)) AS o11,
    instr(_binary '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ', substr(c, 12, 1)) AS o12,
    instr(_binary '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ', substr(c, 13, 1)) AS o13,
    instr(_binary '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ', substr(c, 14, 1)) AS o14,
    instr(_binary '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ', substr(c, 15, 1)) AS o15,
    instr(_binary '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ', substr(c, 16, 1)) AS o16

-- clean
CASE WHEN length(c) = 18
    AND substr(c, 1, 2) IN (_binary '11', _binary '12', _binary '13', _binary '19', _binary '51', _binary '52', _binary '53', _binary '59', _binary '91', _binary '92', _binary '93', _binary 'Y1', _binary '21', _binary '29', _binary '31', _binary '32', _binary '33', _binary '34', _binary '35', _binary '39', _binary '41', _binary '49', _binary '61', _binary '62', _binary '69', _binary '71', _binary '72', _binary '79', _binary '81', _binary '89', _binary 'A1', _binary 'A9', _binary 'N1', _binary 'N2', _binary 'N3', _binary 'N9', _binary '36', _binary '54', _binary '55', _binary '82', _binary '99', _binary 'G1', _binary 'G9', _binary 'J1', _binary 'J9', _binary 'Q1', _binary 'Q2', _binary 'Q3', _binary 'Q9')
    AND substr(c, 3, 2) IN (_binary '11', _binary '12', _binary '13', _binary '14', _binary '15', _binary '21', _binary '22', _binary '23', _binary '31', _binary '32', _binary '33', _binary '34', _binary '35', _binary '36', _binary '37', _binary '41', _binary '42', _binary '43', _binary '44', _binary '45', _binary '46', _binary '50', _binary '51', _binary '52', _binary '53', _binary '54', _binary '61', _binary '62', _binary '63', _binary '64', _binary '65', _binary '71', _binary '81', _binary '82', _binary '10')
    AND (substr(c, 3, 2) <> _binary '10' OR substr(c, 5, 4) = _binary '0000')
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
    AND substr(c, 17, 1) = substr(_binary '0X987654321', 1 + mod(3 * o9 + 7 * o10 + 9 * o11 + 10 * o12 + 5 * o13 + 8 * o14 + 4 * o15 + 2 * o16 + 7, 11), 1)
    AND substr(c, 18, 1) = substr(_binary '0YXWUTRQPNMLKJHGFEDCBA987654321', 1 + mod(1 * p1 + 3 * p2 + 9 * p3 + 27 * p4 + 19 * p5 + 26 * p6 + 16 * p7 + 17 * p8 + 20 * p9 + 29 * p10 + 25 * p11 + 13 * p12 + 8 * p13 + 24 * p14 + 10 * p15 + 30 * p16 + 28 * p17 + 5, 31), 1) THEN 1 ELSE 0 END

-- counts, as-written
SELECT t, CASE WHEN f = 1 THEN substr(c, 1, 8) END AS h, count(*) AS n FROM (SELECT t, k, r, n, u, c, <clean> AS f
  FROM (SELECT t, k, r, n, u, c, <places>
  FROM (SELECT t, k, r, n, u, CAST(r AS BINARY) AS c FROM (SELECT '0' AS t, CONVERT(NULL USING utf8mb4) AS k, CONVERT(`code` USING utf8mb4) AS r, CONVERT(`it's a name` USING utf8mb4) AS n, CONVERT(NULL USING utf8mb4) AS u FROM `dw`.`order` WHERE (kind = 'legal') UNION ALL SELECT '1' AS t, CONVERT(`id` USING utf8mb4) AS k, CONVERT(`统一社会信用代码` USING utf8mb4) AS r, CONVERT(`name` USING utf8mb4) AS n, CONVERT(`unit` USING utf8mb4) AS u FROM `other`) t) s) p) g GROUP BY t, CASE WHEN f = 1 THEN substr(c, 1, 8) END

-- units, as-written
SELECT t, u, count(*) AS n FROM (SELECT t, k, r, n, u, c, <clean> AS f
  FROM (SELECT t, k, r, n, u, c, <places>
  FROM (SELECT t, k, r, n, u, CAST(r AS BINARY) AS c FROM (SELECT '0' AS t, CONVERT(NULL USING utf8mb4) AS k, CONVERT(`code` USING utf8mb4) AS r, CONVERT(`it's a name` USING utf8mb4) AS n, CONVERT(NULL USING utf8mb4) AS u FROM `dw`.`order` WHERE (kind = 'legal') UNION ALL SELECT '1' AS t, CONVERT(`id` USING utf8mb4) AS k, CONVERT(`统一社会信用代码` USING utf8mb4) AS r, CONVERT(`name` USING utf8mb4) AS n, CONVERT(`unit` USING utf8mb4) AS u FROM `other`) t) s) p) g WHERE f = 1 GROUP BY t, u

-- formatted, as-written
SELECT t, u, l, b, d, count(*) AS n FROM (SELECT t, u, CASE WHEN CAST(upper(r) AS BINARY) <> CAST(r AS BINARY) THEN 1 ELSE 0 END AS l, CASE WHEN CAST(replace(replace(r, ' ', ''), '	', '') AS BINARY) <> CAST(r AS BINARY) THEN 1 ELSE 0 END AS b, CASE WHEN CAST(replace(r, '-', '') AS BINARY) <> CAST(r AS BINARY) THEN 1 ELSE 0 END AS d
  FROM (SELECT t, k, r, n, u, c, <clean> AS f
  FROM (SELECT t, k, r, n, u, c, <places>
  FROM (SELECT t, k, r, n, u, CAST(r AS BINARY) AS c FROM (SELECT '0' AS t, CONVERT(NULL USING utf8mb4) AS k, CONVERT(`code` USING utf8mb4) AS r, CONVERT(`it's a name` USING utf8mb4) AS n, CONVERT(NULL USING utf8mb4) AS u FROM `dw`.`order` WHERE (kind = 'legal') UNION ALL SELECT '1' AS t, CONVERT(`id` USING utf8mb4) AS k, CONVERT(`统一社会信用代码` USING utf8mb4) AS r, CONVERT(`name` USING utf8mb4) AS n, CONVERT(`unit` USING utf8mb4) AS u FROM `other`) t) s) p) g WHERE f = 1) w GROUP BY t, u, l, b, d

-- duplicates, as-written
SELECT o.t, o.k, o.r, o.n, o.u FROM (SELECT t, k, r, n, u, CAST(r AS BINARY) AS c FROM (SELECT '0' AS t, CONVERT(NULL USING utf8mb4) AS k, CONVERT(`code` USING utf8mb4) AS r, CONVERT(`it's a name` USING utf8mb4) AS n, CONVERT(NULL USING utf8mb4) AS u FROM `dw`.`order` WHERE (kind = 'legal') UNION ALL SELECT '1' AS t, CONVERT(`id` USING utf8mb4) AS k, CONVERT(`统一社会信用代码` USING utf8mb4) AS r, CONVERT(`name` USING utf8mb4) AS n, CONVERT(`unit` USING utf8mb4) AS u FROM `other`) t) o JOIN (SELECT c FROM (SELECT c, m * <clean> AS f
  FROM (SELECT c, m, <places>
  FROM (SELECT c, count(*) AS m FROM (SELECT substr(c, 1, 19) AS c FROM (SELECT t, k, r, n, u, CAST(r AS BINARY) AS c FROM (SELECT '0' AS t, CONVERT(NULL USING utf8mb4) AS k, CONVERT(`code` USING utf8mb4) AS r, CONVERT(`it's a name` USING utf8mb4) AS n, CONVERT(NULL USING utf8mb4) AS u FROM `dw`.`order` WHERE (kind = 'legal') UNION ALL SELECT '1' AS t, CONVERT(`id` USING utf8mb4) AS k, CONVERT(`统一社会信用代码` USING utf8mb4) AS r, CONVERT(`name` USING utf8mb4) AS n, CONVERT(`unit` USING utf8mb4) AS u FROM `other`) t) s) s GROUP BY c HAVING count(*) > 1) s) p) g WHERE f > 1) d ON substr(o.c, 1, 19) = d.c

-- residue, as-written
SELECT t, k, r, n, u FROM (SELECT t, k, r, n, u, c, <clean> AS f
  FROM (SELECT t, k, r, n, u, c, <places>
  FROM (SELECT t, k, r, n, u, CAST(r AS BINARY) AS c FROM (SELECT '0' AS t, CONVERT(NULL USING utf8mb4) AS k, CONVERT(`code` USING utf8mb4) AS r, CONVERT(`it's a name` USING utf8mb4) AS n, CONVERT(NULL USING utf8mb4) AS u FROM `dw`.`order` WHERE (kind = 'legal') UNION ALL SELECT '1' AS t, CONVERT(`id` USING utf8mb4) AS k, CONVERT(`统一社会信用代码` USING utf8mb4) AS r, CONVERT(`name` USING utf8mb4) AS n, CONVERT(`unit` USING utf8mb4) AS u FROM `other`) t) s) p) g WHERE f = 0

-- all, as-written
SELECT t, k, r, n, u FROM (SELECT t, k, r, n, u, CAST(r AS BINARY) AS c FROM (SELECT '0' AS t, CONVERT(NULL USING utf8mb4) AS k, CONVERT(`code` USING utf8mb4) AS r, CONVERT(`it's a name` USING utf8mb4) AS n, CONVERT(NULL USING utf8mb4) AS u FROM `dw`.`order` WHERE (kind = 'legal') UNION ALL SELECT '1' AS t, CONVERT(`id` USING utf8mb4) AS k, CONVERT(`统一社会信用代码` USING utf8mb4) AS r, CONVERT(`name` USING utf8mb4) AS n, CONVERT(`unit` USING utf8mb4) AS u FROM `other`) t) s

-- summary, as-written
SELECT count(*) AS records, sum(f) AS clean, sum(1 - f) AS residue FROM (SELECT t, k, r, n, u, c, <clean> AS f
  FROM (SELECT t, k, r, n, u, c, <places>
  FROM (SELECT t, k, r, n, u, CAST(r AS BINARY) AS c FROM (SELECT '0' AS t, CONVERT(NULL USING utf8mb4) AS k, CONVERT(`code` USING utf8mb4) AS r, CONVERT(`it's a name` USING utf8mb4) AS n, CONVERT(NULL USING utf8mb4) AS u FROM `dw`.`order` WHERE (kind = 'legal') UNION ALL SELECT '1' AS t, CONVERT(`id` USING utf8mb4) AS k, CONVERT(`统一社会信用代码` USING utf8mb4) AS r, CONVERT(`name` USING utf8mb4) AS n, CONVERT(`unit` USING utf8mb4) AS u FROM `other`) t) s) p) g

-- meeting, as-written
SELECT t, k, r, n, u FROM (SELECT t, k, r, n, u, CAST(r AS BINARY) AS c FROM (SELECT '0' AS t, CONVERT(NULL USING utf8mb4) AS k, CONVERT(`code` USING utf8mb4) AS r, CONVERT(`it's a name` USING utf8mb4) AS n, CONVERT(NULL USING utf8mb4) AS u FROM `dw`.`order` WHERE (kind = 'legal') UNION ALL SELECT '1' AS t, CONVERT(`id` USING utf8mb4) AS k, CONVERT(`统一社会信用代码` USING utf8mb4) AS r, CONVERT(`name` USING utf8mb4) AS n, CONVERT(`unit` USING utf8mb4) AS u FROM `other`) t) o WHERE c IN (_binary '91350100M000100Y43', _binary '914403001922038216')

-- counts, tidied
SELECT t, CASE WHEN f = 1 THEN substr(c, 1, 8) END AS h, count(*) AS n FROM (SELECT t, k, r, n, u, c, <clean> AS f
  FROM (SELECT t, k, r, n, u, c, <places>
  FROM (SELECT t, k, r, n, u, CAST(upper(replace(replace(replace(r, ' ', ''), '	', ''), '-', '')) AS BINARY) AS c FROM (SELECT '0' AS t, CONVERT(NULL USING utf8mb4) AS k, CONVERT(`code` USING utf8mb4) AS r, CONVERT(`it's a name` USING utf8mb4) AS n, CONVERT(NULL USING utf8mb4) AS u FROM `dw`.`order` WHERE (kind = 'legal') UNION ALL SELECT '1' AS t, CONVERT(`id` USING utf8mb4) AS k, CONVERT(`统一社会信用代码` USING utf8mb4) AS r, CONVERT(`name` USING utf8mb4) AS n, CONVERT(`unit` USING utf8mb4) AS u FROM `other`) t) s) p) g GROUP BY t, CASE WHEN f = 1 THEN substr(c, 1, 8) END

-- units, tidied
SELECT t, u, count(*) AS n FROM (SELECT t, k, r, n, u, c, <clean> AS f
  FROM (SELECT t, k, r, n, u, c, <places>
  FROM (SELECT t, k, r, n, u, CAST(upper(replace(replace(replace(r, ' ', ''), '	', ''), '-', '')) AS BINARY) AS c FROM (SELECT '0' AS t, CONVERT(NULL USING utf8mb4) AS k, CONVERT(`code` USING utf8mb4) AS r, CONVERT(`it's a name` USING utf8mb4) AS n, CONVERT(NULL USING utf8mb4) AS u FROM `dw`.`order` WHERE (kind = 'legal') UNION ALL SELECT '1' AS t, CONVERT(`id` USING utf8mb4) AS k, CONVERT(`统一社会信用代码` USING utf8mb4) AS r, CONVERT(`name` USING utf8mb4) AS n, CONVERT(`unit` USING utf8mb4) AS u FROM `other`) t) s) p) g WHERE f = 1 GROUP BY t, u

-- formatted, tidied
SELECT t, u, l, b, d, count(*) AS n FROM (SELECT t, u, CASE WHEN CAST(upper(r) AS BINARY) <> CAST(r AS BINARY) THEN 1 ELSE 0 END AS l, CASE WHEN CAST(replace(replace(r, ' ', ''), '	', '') AS BINARY) <> CAST(r AS BINARY) THEN 1 ELSE 0 END AS b, CASE WHEN CAST(replace(r, '-', '') AS BINARY) <> CAST(r AS BINARY) THEN 1 ELSE 0 END AS d
  FROM (SELECT t, k, r, n, u, c, <clean> AS f
  FROM (SELECT t, k, r, n, u, c, <places>
  FROM (SELECT t, k, r, n, u, CAST(upper(replace(replace(replace(r, ' ', ''), '	', ''), '-', '')) AS BINARY) AS c FROM (SELECT '0' AS t, CONVERT(NULL USING utf8mb4) AS k, CONVERT(`code` USING utf8mb4) AS r, CONVERT(`it's a name` USING utf8mb4) AS n, CONVERT(NULL USING utf8mb4) AS u FROM `dw`.`order` WHERE (kind = 'legal') UNION ALL SELECT '1' AS t, CONVERT(`id` USING utf8mb4) AS k, CONVERT(`统一社会信用代码` USING utf8mb4) AS r, CONVERT(`name` USING utf8mb4) AS n, CONVERT(`unit` USING utf8mb4) AS u FROM `other`) t) s) p) g WHERE f = 1) w GROUP BY t, u, l, b, d

-- duplicates, tidied
SELECT o.t, o.k, o.r, o.n, o.u FROM (SELECT t, k, r, n, u, CAST(upper(replace(replace(replace(r, ' ', ''), '	', ''), '-', '')) AS BINARY) AS c FROM (SELECT '0' AS t, CONVERT(NULL USING utf8mb4) AS k, CONVERT(`code` USING utf8mb4) AS r, CONVERT(`it's a name` USING utf8mb4) AS n, CONVERT(NULL USING utf8mb4) AS u FROM `dw`.`order` WHERE (kind = 'legal') UNION ALL SELECT '1' AS t, CONVERT(`id` USING utf8mb4) AS k, CONVERT(`统一社会信用代码` USING utf8mb4) AS r, CONVERT(`name` USING utf8mb4) AS n, CONVERT(`unit` USING utf8mb4) AS u FROM `other`) t) o JOIN (SELECT c FROM (SELECT c, m * <clean> AS f
  FROM (SELECT c, m, <places>
  FROM (SELECT c, count(*) AS m FROM (SELECT substr(c, 1, 19) AS c FROM (SELECT t, k, r, n, u, CAST(upper(replace(replace(replace(r, ' ', ''), '	', ''), '-', '')) AS BINARY) AS c FROM (SELECT '0' AS t, CONVERT(NULL USING utf8mb4) AS k, CONVERT(`code` USING utf8mb4) AS r, CONVERT(`it's a name` USING utf8mb4) AS n, CONVERT(NULL USING utf8mb4) AS u FROM `dw`.`order` WHERE (kind = 'legal') UNION ALL SELECT '1' AS t, CONVERT(`id` USING utf8mb4) AS k, CONVERT(`统一社会信用代码` USING utf8mb4) AS r, CONVERT(`name` USING utf8mb4) AS n, CONVERT(`unit` USING utf8mb4) AS u FROM `other`) t) s) s GROUP BY c HAVING count(*) > 1) s) p) g WHERE f > 1) d ON substr(o.c, 1, 19) = d.c

-- residue, tidied
SELECT t, k, r, n, u FROM (SELECT t, k, r, n, u, c, <clean> AS f
  FROM (SELECT t, k, r, n, u, c, <places>
  FROM (SELECT t, k, r, n, u, CAST(upper(replace(replace(replace(r, ' ', ''), '	', ''), '-', '')) AS BINARY) AS c FROM (SELECT '0' AS t, CONVERT(NULL USING utf8mb4) AS k, CONVERT(`code` USING utf8mb4) AS r, CONVERT(`it's a name` USING utf8mb4) AS n, CONVERT(NULL USING utf8mb4) AS u FROM `dw`.`order` WHERE (kind = 'legal') UNION ALL SELECT '1' AS t, CONVERT(`id` USING utf8mb4) AS k, CONVERT(`统一社会信用代码` USING utf8mb4) AS r, CONVERT(`name` USING utf8mb4) AS n, CONVERT(`unit` USING utf8mb4) AS u FROM `other`) t) s) p) g WHERE f = 0

-- all, tidied
SELECT t, k, r, n, u FROM (SELECT t, k, r, n, u, CAST(upper(replace(replace(replace(r, ' ', ''), '	', ''), '-', '')) AS BINARY) AS c FROM (SELECT '0' AS t, CONVERT(NULL USING utf8mb4) AS k, CONVERT(`code` USING utf8mb4) AS r, CONVERT(`it's a name` USING utf8mb4) AS n, CONVERT(NULL USING utf8mb4) AS u FROM `dw`.`order` WHERE (kind = 'legal') UNION ALL SELECT '1' AS t, CONVERT(`id` USING utf8mb4) AS k, CONVERT(`统一社会信用代码` USING utf8mb4) AS r, CONVERT(`name` USING utf8mb4) AS n, CONVERT(`unit` USING utf8mb4) AS u FROM `other`) t) s

-- summary, tidied
SELECT count(*) AS records, sum(f) AS clean, sum(1 - f) AS residue FROM (SELECT t, k, r, n, u, c, <clean> AS f
  FROM (SELECT t, k, r, n, u, c, <places>
  FROM (SELECT t, k, r, n, u, CAST(upper(replace(replace(replace(r, ' ', ''), '	', ''), '-', '')) AS BINARY) AS c FROM (SELECT '0' AS t, CONVERT(NULL USING utf8mb4) AS k, CONVERT(`code` USING utf8mb4) AS r, CONVERT(`it's a name` USING utf8mb4) AS n, CONVERT(NULL USING utf8mb4) AS u FROM `dw`.`order` WHERE (kind = 'legal') UNION ALL SELECT '1' AS t, CONVERT(`id` USING utf8mb4) AS k, CONVERT(`统一社会信用代码` USING utf8mb4) AS r, CONVERT(`name` USING utf8mb4) AS n, CONVERT(`unit` USING utf8mb4) AS u FROM `other`) t) s) p) g

-- meeting, tidied
SELECT t, k, r, n, u FROM (SELECT t, k, r, n, u, CAST(upper(replace(replace(replace(r, ' ', ''), '	', ''), '-', '')) AS BINARY) AS c FROM (SELECT '0' AS t, CONVERT(NULL USING utf8mb4) AS k, CONVERT(`code` USING utf8mb4) AS r, CONVERT(`it's a name` USING utf8mb4) AS n, CONVERT(NULL USING utf8mb4) AS u FROM `dw`.`order` WHERE (kind = 'legal') UNION ALL SELECT '1' AS t, CONVERT(`id` USING utf8mb4) AS k, CONVERT(`统一社会信用代码` USING utf8mb4) AS r, CONVERT(`name` USING utf8mb4) AS n, CONVERT(`unit` USING utf8mb4) AS u FROM `other`) t) o WHERE c IN (_binary '91350100M000100Y43', _binary '914403001922038216')
