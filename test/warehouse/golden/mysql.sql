-- places
instr(CAST('0123456789ABCDEFGHJKLMNPQRTUWXY' AS BINARY), substr(c, 1, 1)) AS p1,
    instr(CAST('0123456789ABCDEFGHJKLMNPQRTUWXY' AS BINARY), substr(c, 2, 1)) AS p2,
    instr(CAST('0123456789ABCDEFGHJKLMNPQRTUWXY' AS BINARY), substr(c, 3, 1)) AS p3,
    instr(CAST('0123456789ABCDEFGHJKLMNPQRTUWXY' AS BINARY), substr(c, 4, 1)) AS p4,
    instr(CAST('0123456789ABCDEFGHJKLMNPQRTUWXY' AS BINARY), substr(c, 5, 1)) AS p5,
    instr(CAST('0123456789ABCDEFGHJKLMNPQRTUWXY' AS BINARY), substr(c, 6, 1)) AS p6,
    instr(CAST('0123456789ABCDEFGHJKLMNPQRTUWXY' AS BINARY), substr(c, 7, 1)) AS p7,
    instr(CAST('0123456789ABCDEFGHJKLMNPQRTUWXY' AS BINARY), substr(c, 8, 1)) AS p8,
    instr(CAST('0123456789ABCDEFGHJKLMNPQRTUWXY' AS BINARY), substr(c, 9, 1)) AS p9,
    instr(CAST('0123456789ABCDEFGHJKLMNPQRTUWXY' AS BINARY), substr(c, 10, 1)) AS p10,
    instr(CAST('0123456789ABCDEFGHJKLMNPQRTUWXY' AS BINARY), substr(c, 11, 1)) AS p11,
    instr(CAST('0123456789ABCDEFGHJKLMNPQRTUWXY' AS BINARY), substr(c, 12, 1)) AS p12,
    instr(CAST('0123456789ABCDEFGHJKLMNPQRTUWXY' AS BINARY), substr(c, 13, 1)) AS p13,
    instr(CAST('0123456789ABCDEFGHJKLMNPQRTUWXY' AS BINARY), substr(c, 14, 1)) AS p14,
    instr(CAST('0123456789ABCDEFGHJKLMNPQRTUWXY' AS BINARY), substr(c, 15, 1)) AS p15,
    instr(CAST('0123456789ABCDEFGHJKLMNPQRTUWXY' AS BINARY), substr(c, 16, 1)) AS p16,
    instr(CAST('0123456789ABCDEFGHJKLMNPQRTUWXY' AS BINARY), substr(c, 17, 1)) AS p17,
    instr(CAST('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ' AS BINARY), substr(c, 9, 1)) AS o9,
    instr(CAST('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ' AS BINARY), substr(c, 10, 1)) AS o10,
    instr(CAST('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ' AS BINARY), substr(c, 11, 1)) AS o11,
    instr(CAST('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ' AS BINARY), substr(c, 12, 1)) AS o12,
    instr(CAST('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ' AS BINARY), substr(c, 13, 1)) AS o13,
    instr(CAST('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ' AS BINARY), substr(c, 14, 1)) AS o14,
    instr(CAST('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ' AS BINARY), substr(c, 15, 1)) AS o15,
    instr(CAST('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ' AS BINARY), substr(c, 16, 1)) AS o16

-- clean
CASE WHEN length(c) = 18
    AND substr(c, 1, 2) IN (CAST('11' AS BINARY), CAST('12' AS BINARY), CAST('13' AS BINARY), CAST('19' AS BINARY), CAST('51' AS BINARY), CAST('52' AS BINARY), CAST('53' AS BINARY), CAST('59' AS BINARY), CAST('91' AS BINARY), CAST('92' AS BINARY), CAST('93' AS BINARY), CAST('Y1' AS BINARY), CAST('21' AS BINARY), CAST('29' AS BINARY), CAST('31' AS BINARY), CAST('32' AS BINARY), CAST('33' AS BINARY), CAST('34' AS BINARY), CAST('35' AS BINARY), CAST('39' AS BINARY), CAST('41' AS BINARY), CAST('49' AS BINARY), CAST('61' AS BINARY), CAST('62' AS BINARY), CAST('69' AS BINARY), CAST('71' AS BINARY), CAST('72' AS BINARY), CAST('79' AS BINARY), CAST('81' AS BINARY), CAST('89' AS BINARY), CAST('A1' AS BINARY), CAST('A9' AS BINARY), CAST('N1' AS BINARY), CAST('N2' AS BINARY), CAST('N3' AS BINARY), CAST('N9' AS BINARY), CAST('36' AS BINARY), CAST('54' AS BINARY), CAST('55' AS BINARY), CAST('82' AS BINARY), CAST('99' AS BINARY), CAST('G1' AS BINARY), CAST('G9' AS BINARY), CAST('J1' AS BINARY), CAST('J9' AS BINARY), CAST('Q1' AS BINARY), CAST('Q2' AS BINARY), CAST('Q3' AS BINARY), CAST('Q9' AS BINARY))
    AND substr(c, 3, 2) IN (CAST('11' AS BINARY), CAST('12' AS BINARY), CAST('13' AS BINARY), CAST('14' AS BINARY), CAST('15' AS BINARY), CAST('21' AS BINARY), CAST('22' AS BINARY), CAST('23' AS BINARY), CAST('31' AS BINARY), CAST('32' AS BINARY), CAST('33' AS BINARY), CAST('34' AS BINARY), CAST('35' AS BINARY), CAST('36' AS BINARY), CAST('37' AS BINARY), CAST('41' AS BINARY), CAST('42' AS BINARY), CAST('43' AS BINARY), CAST('44' AS BINARY), CAST('45' AS BINARY), CAST('46' AS BINARY), CAST('50' AS BINARY), CAST('51' AS BINARY), CAST('52' AS BINARY), CAST('53' AS BINARY), CAST('54' AS BINARY), CAST('61' AS BINARY), CAST('62' AS BINARY), CAST('63' AS BINARY), CAST('64' AS BINARY), CAST('65' AS BINARY), CAST('71' AS BINARY), CAST('81' AS BINARY), CAST('82' AS BINARY), CAST('10' AS BINARY))
    AND (substr(c, 3, 2) <> CAST('10' AS BINARY) OR substr(c, 5, 4) = CAST('0000' AS BINARY))
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
    AND substr(c, 17, 1) = substr(CAST('0X987654321' AS BINARY), 1 + mod(3 * o9 + 7 * o10 + 9 * o11 + 10 * o12 + 5 * o13 + 8 * o14 + 4 * o15 + 2 * o16 + 7, 11), 1)
    AND substr(c, 18, 1) = substr(CAST('0YXWUTRQPNMLKJHGFEDCBA987654321' AS BINARY), 1 + mod(1 * p1 + 3 * p2 + 9 * p3 + 27 * p4 + 19 * p5 + 26 * p6 + 16 * p7 + 17 * p8 + 20 * p9 + 29 * p10 + 25 * p11 + 13 * p12 + 8 * p13 + 24 * p14 + 10 * p15 + 30 * p16 + 28 * p17 + 5, 31), 1) THEN 1 ELSE 0 END

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
  FROM (SELECT t, k, r, n, u, CAST(r AS BINARY) AS c FROM (SELECT '0' AS t, CONVERT(NULL USING utf8mb4) AS k, CONVERT(`code` USING utf8mb4) AS r, CONVERT(`it's a name` USING utf8mb4) AS n, CONVERT(NULL USING utf8mb4) AS u FROM `dw`.`order` WHERE (kind = 'legal') UNION ALL SELECT '1' AS t, CONVERT(`id` USING utf8mb4) AS k, CONVERT(`统一社会信用代码` USING utf8mb4) AS r, CONVERT(`name` USING utf8mb4) AS n, CONVERT(`unit` USING utf8mb4) AS u FROM `other`) t) s) p) g WHERE f = 1 AND CAST(c AS BINARY) <> CAST(r AS BINARY)) w GROUP BY t, u, l, b, d

-- duplicates, as-written
SELECT o.t, o.k, o.r, o.n, o.u FROM (SELECT t, k, r, n, u, CAST(r AS BINARY) AS c FROM (SELECT '0' AS t, CONVERT(NULL USING utf8mb4) AS k, CONVERT(`code` USING utf8mb4) AS r, CONVERT(`it's a name` USING utf8mb4) AS n, CONVERT(NULL USING utf8mb4) AS u FROM `dw`.`order` WHERE (kind = 'legal') UNION ALL SELECT '1' AS t, CONVERT(`id` USING utf8mb4) AS k, CONVERT(`统一社会信用代码` USING utf8mb4) AS r, CONVERT(`name` USING utf8mb4) AS n, CONVERT(`unit` USING utf8mb4) AS u FROM `other`) t) o JOIN (SELECT c FROM (SELECT c, m * <clean> AS f
  FROM (SELECT c, m, <places>
  FROM (SELECT c, count(*) AS m FROM (SELECT t, k, r, n, u, CAST(r AS BINARY) AS c FROM (SELECT '0' AS t, CONVERT(NULL USING utf8mb4) AS k, CONVERT(`code` USING utf8mb4) AS r, CONVERT(`it's a name` USING utf8mb4) AS n, CONVERT(NULL USING utf8mb4) AS u FROM `dw`.`order` WHERE (kind = 'legal') UNION ALL SELECT '1' AS t, CONVERT(`id` USING utf8mb4) AS k, CONVERT(`统一社会信用代码` USING utf8mb4) AS r, CONVERT(`name` USING utf8mb4) AS n, CONVERT(`unit` USING utf8mb4) AS u FROM `other`) t) s GROUP BY c HAVING count(*) > 1) s) p) g WHERE f > 1) d ON o.c = d.c

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
  FROM (SELECT t, k, r, n, u, CAST(upper(replace(replace(replace(r, ' ', ''), '	', ''), '-', '')) AS BINARY) AS c FROM (SELECT '0' AS t, CONVERT(NULL USING utf8mb4) AS k, CONVERT(`code` USING utf8mb4) AS r, CONVERT(`it's a name` USING utf8mb4) AS n, CONVERT(NULL USING utf8mb4) AS u FROM `dw`.`order` WHERE (kind = 'legal') UNION ALL SELECT '1' AS t, CONVERT(`id` USING utf8mb4) AS k, CONVERT(`统一社会信用代码` USING utf8mb4) AS r, CONVERT(`name` USING utf8mb4) AS n, CONVERT(`unit` USING utf8mb4) AS u FROM `other`) t) s) p) g WHERE f = 1 AND CAST(c AS BINARY) <> CAST(r AS BINARY)) w GROUP BY t, u, l, b, d

-- duplicates, tidied
SELECT o.t, o.k, o.r, o.n, o.u FROM (SELECT t, k, r, n, u, CAST(upper(replace(replace(replace(r, ' ', ''), '	', ''), '-', '')) AS BINARY) AS c FROM (SELECT '0' AS t, CONVERT(NULL USING utf8mb4) AS k, CONVERT(`code` USING utf8mb4) AS r, CONVERT(`it's a name` USING utf8mb4) AS n, CONVERT(NULL USING utf8mb4) AS u FROM `dw`.`order` WHERE (kind = 'legal') UNION ALL SELECT '1' AS t, CONVERT(`id` USING utf8mb4) AS k, CONVERT(`统一社会信用代码` USING utf8mb4) AS r, CONVERT(`name` USING utf8mb4) AS n, CONVERT(`unit` USING utf8mb4) AS u FROM `other`) t) o JOIN (SELECT c FROM (SELECT c, m * <clean> AS f
  FROM (SELECT c, m, <places>
  FROM (SELECT c, count(*) AS m FROM (SELECT t, k, r, n, u, CAST(upper(replace(replace(replace(r, ' ', ''), '	', ''), '-', '')) AS BINARY) AS c FROM (SELECT '0' AS t, CONVERT(NULL USING utf8mb4) AS k, CONVERT(`code` USING utf8mb4) AS r, CONVERT(`it's a name` USING utf8mb4) AS n, CONVERT(NULL USING utf8mb4) AS u FROM `dw`.`order` WHERE (kind = 'legal') UNION ALL SELECT '1' AS t, CONVERT(`id` USING utf8mb4) AS k, CONVERT(`统一社会信用代码` USING utf8mb4) AS r, CONVERT(`name` USING utf8mb4) AS n, CONVERT(`unit` USING utf8mb4) AS u FROM `other`) t) s GROUP BY c HAVING count(*) > 1) s) p) g WHERE f > 1) d ON o.c = d.c

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
