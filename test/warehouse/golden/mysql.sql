-- clean
CASE WHEN length(c) = 18
    AND substr(c, 1, 2) IN (CAST('11' AS BINARY), CAST('12' AS BINARY), CAST('13' AS BINARY), CAST('19' AS BINARY), CAST('51' AS BINARY), CAST('52' AS BINARY), CAST('53' AS BINARY), CAST('59' AS BINARY), CAST('91' AS BINARY), CAST('92' AS BINARY), CAST('93' AS BINARY), CAST('Y1' AS BINARY), CAST('21' AS BINARY), CAST('29' AS BINARY), CAST('31' AS BINARY), CAST('32' AS BINARY), CAST('33' AS BINARY), CAST('34' AS BINARY), CAST('35' AS BINARY), CAST('39' AS BINARY), CAST('41' AS BINARY), CAST('49' AS BINARY), CAST('61' AS BINARY), CAST('62' AS BINARY), CAST('69' AS BINARY), CAST('71' AS BINARY), CAST('72' AS BINARY), CAST('79' AS BINARY), CAST('81' AS BINARY), CAST('89' AS BINARY), CAST('A1' AS BINARY), CAST('A9' AS BINARY), CAST('N1' AS BINARY), CAST('N2' AS BINARY), CAST('N3' AS BINARY), CAST('N9' AS BINARY), CAST('36' AS BINARY), CAST('54' AS BINARY), CAST('55' AS BINARY), CAST('82' AS BINARY), CAST('99' AS BINARY), CAST('G1' AS BINARY), CAST('G9' AS BINARY), CAST('J1' AS BINARY), CAST('J9' AS BINARY), CAST('Q1' AS BINARY), CAST('Q2' AS BINARY), CAST('Q3' AS BINARY), CAST('Q9' AS BINARY))
    AND substr(c, 3, 2) IN (CAST('11' AS BINARY), CAST('12' AS BINARY), CAST('13' AS BINARY), CAST('14' AS BINARY), CAST('15' AS BINARY), CAST('21' AS BINARY), CAST('22' AS BINARY), CAST('23' AS BINARY), CAST('31' AS BINARY), CAST('32' AS BINARY), CAST('33' AS BINARY), CAST('34' AS BINARY), CAST('35' AS BINARY), CAST('36' AS BINARY), CAST('37' AS BINARY), CAST('41' AS BINARY), CAST('42' AS BINARY), CAST('43' AS BINARY), CAST('44' AS BINARY), CAST('45' AS BINARY), CAST('46' AS BINARY), CAST('50' AS BINARY), CAST('51' AS BINARY), CAST('52' AS BINARY), CAST('53' AS BINARY), CAST('54' AS BINARY), CAST('61' AS BINARY), CAST('62' AS BINARY), CAST('63' AS BINARY), CAST('64' AS BINARY), CAST('65' AS BINARY), CAST('71' AS BINARY), CAST('81' AS BINARY), CAST('82' AS BINARY), CAST('10' AS BINARY))
    AND (substr(c, 3, 2) <> CAST('10' AS BINARY) OR substr(c, 5, 4) = CAST('0000' AS BINARY))
    AND instr(CAST('0123456789' AS BINARY), substr(c, 3, 1)) > 0
    AND instr(CAST('0123456789' AS BINARY), substr(c, 4, 1)) > 0
    AND instr(CAST('0123456789' AS BINARY), substr(c, 5, 1)) > 0
    AND instr(CAST('0123456789' AS BINARY), substr(c, 6, 1)) > 0
    AND instr(CAST('0123456789' AS BINARY), substr(c, 7, 1)) > 0
    AND instr(CAST('0123456789' AS BINARY), substr(c, 8, 1)) > 0
    AND instr(CAST('0123456789ABCDEFGHJKLMNPQRTUWXY' AS BINARY), substr(c, 9, 1)) > 0
    AND instr(CAST('0123456789ABCDEFGHJKLMNPQRTUWXY' AS BINARY), substr(c, 10, 1)) > 0
    AND instr(CAST('0123456789ABCDEFGHJKLMNPQRTUWXY' AS BINARY), substr(c, 11, 1)) > 0
    AND instr(CAST('0123456789ABCDEFGHJKLMNPQRTUWXY' AS BINARY), substr(c, 12, 1)) > 0
    AND instr(CAST('0123456789ABCDEFGHJKLMNPQRTUWXY' AS BINARY), substr(c, 13, 1)) > 0
    AND instr(CAST('0123456789ABCDEFGHJKLMNPQRTUWXY' AS BINARY), substr(c, 14, 1)) > 0
    AND instr(CAST('0123456789ABCDEFGHJKLMNPQRTUWXY' AS BINARY), substr(c, 15, 1)) > 0
    AND instr(CAST('0123456789ABCDEFGHJKLMNPQRTUWXY' AS BINARY), substr(c, 16, 1)) > 0
    AND substr(c, 17, 1) = substr(CAST('0X987654321' AS BINARY), 1 + mod(3 * instr(CAST('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ' AS BINARY), substr(c, 9, 1)) + 7 * instr(CAST('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ' AS BINARY), substr(c, 10, 1)) + 9 * instr(CAST('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ' AS BINARY), substr(c, 11, 1)) + 10 * instr(CAST('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ' AS BINARY), substr(c, 12, 1)) + 5 * instr(CAST('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ' AS BINARY), substr(c, 13, 1)) + 8 * instr(CAST('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ' AS BINARY), substr(c, 14, 1)) + 4 * instr(CAST('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ' AS BINARY), substr(c, 15, 1)) + 2 * instr(CAST('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ' AS BINARY), substr(c, 16, 1)) + 7, 11), 1)
    AND substr(c, 18, 1) = substr(CAST('0YXWUTRQPNMLKJHGFEDCBA987654321' AS BINARY), 1 + mod(1 * instr(CAST('0123456789ABCDEFGHJKLMNPQRTUWXY' AS BINARY), substr(c, 1, 1)) + 3 * instr(CAST('0123456789ABCDEFGHJKLMNPQRTUWXY' AS BINARY), substr(c, 2, 1)) + 9 * instr(CAST('0123456789ABCDEFGHJKLMNPQRTUWXY' AS BINARY), substr(c, 3, 1)) + 27 * instr(CAST('0123456789ABCDEFGHJKLMNPQRTUWXY' AS BINARY), substr(c, 4, 1)) + 19 * instr(CAST('0123456789ABCDEFGHJKLMNPQRTUWXY' AS BINARY), substr(c, 5, 1)) + 26 * instr(CAST('0123456789ABCDEFGHJKLMNPQRTUWXY' AS BINARY), substr(c, 6, 1)) + 16 * instr(CAST('0123456789ABCDEFGHJKLMNPQRTUWXY' AS BINARY), substr(c, 7, 1)) + 17 * instr(CAST('0123456789ABCDEFGHJKLMNPQRTUWXY' AS BINARY), substr(c, 8, 1)) + 20 * instr(CAST('0123456789ABCDEFGHJKLMNPQRTUWXY' AS BINARY), substr(c, 9, 1)) + 29 * instr(CAST('0123456789ABCDEFGHJKLMNPQRTUWXY' AS BINARY), substr(c, 10, 1)) + 25 * instr(CAST('0123456789ABCDEFGHJKLMNPQRTUWXY' AS BINARY), substr(c, 11, 1)) + 13 * instr(CAST('0123456789ABCDEFGHJKLMNPQRTUWXY' AS BINARY), substr(c, 12, 1)) + 8 * instr(CAST('0123456789ABCDEFGHJKLMNPQRTUWXY' AS BINARY), substr(c, 13, 1)) + 24 * instr(CAST('0123456789ABCDEFGHJKLMNPQRTUWXY' AS BINARY), substr(c, 14, 1)) + 10 * instr(CAST('0123456789ABCDEFGHJKLMNPQRTUWXY' AS BINARY), substr(c, 15, 1)) + 30 * instr(CAST('0123456789ABCDEFGHJKLMNPQRTUWXY' AS BINARY), substr(c, 16, 1)) + 28 * instr(CAST('0123456789ABCDEFGHJKLMNPQRTUWXY' AS BINARY), substr(c, 17, 1)) + 5, 31), 1) THEN 1 ELSE 0 END

-- counts, as-written
SELECT t, CASE WHEN f = 1 THEN substr(c, 1, 8) END AS h, count(*) AS n FROM (SELECT t, k, r, n, u, c, <clean> AS f
  FROM (SELECT t, k, r, n, u, CAST(r AS BINARY) AS c FROM (SELECT '0' AS t, CONVERT(NULL USING utf8mb4) AS k, CONVERT(`code` USING utf8mb4) AS r, CONVERT(`it's a name` USING utf8mb4) AS n, CONVERT(NULL USING utf8mb4) AS u FROM `dw`.`order` WHERE (kind = 'legal') UNION ALL SELECT '1' AS t, CONVERT(`id` USING utf8mb4) AS k, CONVERT(`统一社会信用代码` USING utf8mb4) AS r, CONVERT(`name` USING utf8mb4) AS n, CONVERT(`unit` USING utf8mb4) AS u FROM `other`) t) s) g GROUP BY t, CASE WHEN f = 1 THEN substr(c, 1, 8) END

-- units, as-written
SELECT t, u, count(*) AS n FROM (SELECT t, k, r, n, u, c, <clean> AS f
  FROM (SELECT t, k, r, n, u, CAST(r AS BINARY) AS c FROM (SELECT '0' AS t, CONVERT(NULL USING utf8mb4) AS k, CONVERT(`code` USING utf8mb4) AS r, CONVERT(`it's a name` USING utf8mb4) AS n, CONVERT(NULL USING utf8mb4) AS u FROM `dw`.`order` WHERE (kind = 'legal') UNION ALL SELECT '1' AS t, CONVERT(`id` USING utf8mb4) AS k, CONVERT(`统一社会信用代码` USING utf8mb4) AS r, CONVERT(`name` USING utf8mb4) AS n, CONVERT(`unit` USING utf8mb4) AS u FROM `other`) t) s) g WHERE f = 1 GROUP BY t, u

-- formatted, as-written
SELECT t, count(*) AS n FROM (SELECT t, k, r, n, u, c, <clean> AS f
  FROM (SELECT t, k, r, n, u, CAST(r AS BINARY) AS c FROM (SELECT '0' AS t, CONVERT(NULL USING utf8mb4) AS k, CONVERT(`code` USING utf8mb4) AS r, CONVERT(`it's a name` USING utf8mb4) AS n, CONVERT(NULL USING utf8mb4) AS u FROM `dw`.`order` WHERE (kind = 'legal') UNION ALL SELECT '1' AS t, CONVERT(`id` USING utf8mb4) AS k, CONVERT(`统一社会信用代码` USING utf8mb4) AS r, CONVERT(`name` USING utf8mb4) AS n, CONVERT(`unit` USING utf8mb4) AS u FROM `other`) t) s) g WHERE f = 1 AND c <> CAST(r AS BINARY) GROUP BY t

-- duplicates, as-written
SELECT o.t, o.k, o.r, o.n, o.u FROM (SELECT t, k, r, n, u, CAST(r AS BINARY) AS c FROM (SELECT '0' AS t, CONVERT(NULL USING utf8mb4) AS k, CONVERT(`code` USING utf8mb4) AS r, CONVERT(`it's a name` USING utf8mb4) AS n, CONVERT(NULL USING utf8mb4) AS u FROM `dw`.`order` WHERE (kind = 'legal') UNION ALL SELECT '1' AS t, CONVERT(`id` USING utf8mb4) AS k, CONVERT(`统一社会信用代码` USING utf8mb4) AS r, CONVERT(`name` USING utf8mb4) AS n, CONVERT(`unit` USING utf8mb4) AS u FROM `other`) t) o JOIN (SELECT c FROM (SELECT t, k, r, n, u, c, <clean> AS f
  FROM (SELECT t, k, r, n, u, CAST(r AS BINARY) AS c FROM (SELECT '0' AS t, CONVERT(NULL USING utf8mb4) AS k, CONVERT(`code` USING utf8mb4) AS r, CONVERT(`it's a name` USING utf8mb4) AS n, CONVERT(NULL USING utf8mb4) AS u FROM `dw`.`order` WHERE (kind = 'legal') UNION ALL SELECT '1' AS t, CONVERT(`id` USING utf8mb4) AS k, CONVERT(`统一社会信用代码` USING utf8mb4) AS r, CONVERT(`name` USING utf8mb4) AS n, CONVERT(`unit` USING utf8mb4) AS u FROM `other`) t) s) g WHERE f = 1 GROUP BY c HAVING count(*) > 1) d ON o.c = d.c

-- residue, as-written
SELECT t, k, r, n, u FROM (SELECT t, k, r, n, u, c, <clean> AS f
  FROM (SELECT t, k, r, n, u, CAST(r AS BINARY) AS c FROM (SELECT '0' AS t, CONVERT(NULL USING utf8mb4) AS k, CONVERT(`code` USING utf8mb4) AS r, CONVERT(`it's a name` USING utf8mb4) AS n, CONVERT(NULL USING utf8mb4) AS u FROM `dw`.`order` WHERE (kind = 'legal') UNION ALL SELECT '1' AS t, CONVERT(`id` USING utf8mb4) AS k, CONVERT(`统一社会信用代码` USING utf8mb4) AS r, CONVERT(`name` USING utf8mb4) AS n, CONVERT(`unit` USING utf8mb4) AS u FROM `other`) t) s) g WHERE f = 0

-- all, as-written
SELECT t, k, r, n, u FROM (SELECT t, k, r, n, u, CAST(r AS BINARY) AS c FROM (SELECT '0' AS t, CONVERT(NULL USING utf8mb4) AS k, CONVERT(`code` USING utf8mb4) AS r, CONVERT(`it's a name` USING utf8mb4) AS n, CONVERT(NULL USING utf8mb4) AS u FROM `dw`.`order` WHERE (kind = 'legal') UNION ALL SELECT '1' AS t, CONVERT(`id` USING utf8mb4) AS k, CONVERT(`统一社会信用代码` USING utf8mb4) AS r, CONVERT(`name` USING utf8mb4) AS n, CONVERT(`unit` USING utf8mb4) AS u FROM `other`) t) s

-- summary, as-written
SELECT count(*) AS records, sum(f) AS clean, sum(1 - f) AS residue FROM (SELECT t, k, r, n, u, c, <clean> AS f
  FROM (SELECT t, k, r, n, u, CAST(r AS BINARY) AS c FROM (SELECT '0' AS t, CONVERT(NULL USING utf8mb4) AS k, CONVERT(`code` USING utf8mb4) AS r, CONVERT(`it's a name` USING utf8mb4) AS n, CONVERT(NULL USING utf8mb4) AS u FROM `dw`.`order` WHERE (kind = 'legal') UNION ALL SELECT '1' AS t, CONVERT(`id` USING utf8mb4) AS k, CONVERT(`统一社会信用代码` USING utf8mb4) AS r, CONVERT(`name` USING utf8mb4) AS n, CONVERT(`unit` USING utf8mb4) AS u FROM `other`) t) s) g

-- meeting, as-written
SELECT t, k, r, n, u FROM (SELECT t, k, r, n, u, CAST(r AS BINARY) AS c FROM (SELECT '0' AS t, CONVERT(NULL USING utf8mb4) AS k, CONVERT(`code` USING utf8mb4) AS r, CONVERT(`it's a name` USING utf8mb4) AS n, CONVERT(NULL USING utf8mb4) AS u FROM `dw`.`order` WHERE (kind = 'legal') UNION ALL SELECT '1' AS t, CONVERT(`id` USING utf8mb4) AS k, CONVERT(`统一社会信用代码` USING utf8mb4) AS r, CONVERT(`name` USING utf8mb4) AS n, CONVERT(`unit` USING utf8mb4) AS u FROM `other`) t) o WHERE c IN (_binary '91350100M000100Y43', _binary '914403001922038216')

-- counts, tidied
SELECT t, CASE WHEN f = 1 THEN substr(c, 1, 8) END AS h, count(*) AS n FROM (SELECT t, k, r, n, u, c, <clean> AS f
  FROM (SELECT t, k, r, n, u, CAST(upper(replace(replace(replace(r, ' ', ''), '	', ''), '-', '')) AS BINARY) AS c FROM (SELECT '0' AS t, CONVERT(NULL USING utf8mb4) AS k, CONVERT(`code` USING utf8mb4) AS r, CONVERT(`it's a name` USING utf8mb4) AS n, CONVERT(NULL USING utf8mb4) AS u FROM `dw`.`order` WHERE (kind = 'legal') UNION ALL SELECT '1' AS t, CONVERT(`id` USING utf8mb4) AS k, CONVERT(`统一社会信用代码` USING utf8mb4) AS r, CONVERT(`name` USING utf8mb4) AS n, CONVERT(`unit` USING utf8mb4) AS u FROM `other`) t) s) g GROUP BY t, CASE WHEN f = 1 THEN substr(c, 1, 8) END

-- units, tidied
SELECT t, u, count(*) AS n FROM (SELECT t, k, r, n, u, c, <clean> AS f
  FROM (SELECT t, k, r, n, u, CAST(upper(replace(replace(replace(r, ' ', ''), '	', ''), '-', '')) AS BINARY) AS c FROM (SELECT '0' AS t, CONVERT(NULL USING utf8mb4) AS k, CONVERT(`code` USING utf8mb4) AS r, CONVERT(`it's a name` USING utf8mb4) AS n, CONVERT(NULL USING utf8mb4) AS u FROM `dw`.`order` WHERE (kind = 'legal') UNION ALL SELECT '1' AS t, CONVERT(`id` USING utf8mb4) AS k, CONVERT(`统一社会信用代码` USING utf8mb4) AS r, CONVERT(`name` USING utf8mb4) AS n, CONVERT(`unit` USING utf8mb4) AS u FROM `other`) t) s) g WHERE f = 1 GROUP BY t, u

-- formatted, tidied
SELECT t, count(*) AS n FROM (SELECT t, k, r, n, u, c, <clean> AS f
  FROM (SELECT t, k, r, n, u, CAST(upper(replace(replace(replace(r, ' ', ''), '	', ''), '-', '')) AS BINARY) AS c FROM (SELECT '0' AS t, CONVERT(NULL USING utf8mb4) AS k, CONVERT(`code` USING utf8mb4) AS r, CONVERT(`it's a name` USING utf8mb4) AS n, CONVERT(NULL USING utf8mb4) AS u FROM `dw`.`order` WHERE (kind = 'legal') UNION ALL SELECT '1' AS t, CONVERT(`id` USING utf8mb4) AS k, CONVERT(`统一社会信用代码` USING utf8mb4) AS r, CONVERT(`name` USING utf8mb4) AS n, CONVERT(`unit` USING utf8mb4) AS u FROM `other`) t) s) g WHERE f = 1 AND c <> CAST(r AS BINARY) GROUP BY t

-- duplicates, tidied
SELECT o.t, o.k, o.r, o.n, o.u FROM (SELECT t, k, r, n, u, CAST(upper(replace(replace(replace(r, ' ', ''), '	', ''), '-', '')) AS BINARY) AS c FROM (SELECT '0' AS t, CONVERT(NULL USING utf8mb4) AS k, CONVERT(`code` USING utf8mb4) AS r, CONVERT(`it's a name` USING utf8mb4) AS n, CONVERT(NULL USING utf8mb4) AS u FROM `dw`.`order` WHERE (kind = 'legal') UNION ALL SELECT '1' AS t, CONVERT(`id` USING utf8mb4) AS k, CONVERT(`统一社会信用代码` USING utf8mb4) AS r, CONVERT(`name` USING utf8mb4) AS n, CONVERT(`unit` USING utf8mb4) AS u FROM `other`) t) o JOIN (SELECT c FROM (SELECT t, k, r, n, u, c, <clean> AS f
  FROM (SELECT t, k, r, n, u, CAST(upper(replace(replace(replace(r, ' ', ''), '	', ''), '-', '')) AS BINARY) AS c FROM (SELECT '0' AS t, CONVERT(NULL USING utf8mb4) AS k, CONVERT(`code` USING utf8mb4) AS r, CONVERT(`it's a name` USING utf8mb4) AS n, CONVERT(NULL USING utf8mb4) AS u FROM `dw`.`order` WHERE (kind = 'legal') UNION ALL SELECT '1' AS t, CONVERT(`id` USING utf8mb4) AS k, CONVERT(`统一社会信用代码` USING utf8mb4) AS r, CONVERT(`name` USING utf8mb4) AS n, CONVERT(`unit` USING utf8mb4) AS u FROM `other`) t) s) g WHERE f = 1 GROUP BY c HAVING count(*) > 1) d ON o.c = d.c

-- residue, tidied
SELECT t, k, r, n, u FROM (SELECT t, k, r, n, u, c, <clean> AS f
  FROM (SELECT t, k, r, n, u, CAST(upper(replace(replace(replace(r, ' ', ''), '	', ''), '-', '')) AS BINARY) AS c FROM (SELECT '0' AS t, CONVERT(NULL USING utf8mb4) AS k, CONVERT(`code` USING utf8mb4) AS r, CONVERT(`it's a name` USING utf8mb4) AS n, CONVERT(NULL USING utf8mb4) AS u FROM `dw`.`order` WHERE (kind = 'legal') UNION ALL SELECT '1' AS t, CONVERT(`id` USING utf8mb4) AS k, CONVERT(`统一社会信用代码` USING utf8mb4) AS r, CONVERT(`name` USING utf8mb4) AS n, CONVERT(`unit` USING utf8mb4) AS u FROM `other`) t) s) g WHERE f = 0

-- all, tidied
SELECT t, k, r, n, u FROM (SELECT t, k, r, n, u, CAST(upper(replace(replace(replace(r, ' ', ''), '	', ''), '-', '')) AS BINARY) AS c FROM (SELECT '0' AS t, CONVERT(NULL USING utf8mb4) AS k, CONVERT(`code` USING utf8mb4) AS r, CONVERT(`it's a name` USING utf8mb4) AS n, CONVERT(NULL USING utf8mb4) AS u FROM `dw`.`order` WHERE (kind = 'legal') UNION ALL SELECT '1' AS t, CONVERT(`id` USING utf8mb4) AS k, CONVERT(`统一社会信用代码` USING utf8mb4) AS r, CONVERT(`name` USING utf8mb4) AS n, CONVERT(`unit` USING utf8mb4) AS u FROM `other`) t) s

-- summary, tidied
SELECT count(*) AS records, sum(f) AS clean, sum(1 - f) AS residue FROM (SELECT t, k, r, n, u, c, <clean> AS f
  FROM (SELECT t, k, r, n, u, CAST(upper(replace(replace(replace(r, ' ', ''), '	', ''), '-', '')) AS BINARY) AS c FROM (SELECT '0' AS t, CONVERT(NULL USING utf8mb4) AS k, CONVERT(`code` USING utf8mb4) AS r, CONVERT(`it's a name` USING utf8mb4) AS n, CONVERT(NULL USING utf8mb4) AS u FROM `dw`.`order` WHERE (kind = 'legal') UNION ALL SELECT '1' AS t, CONVERT(`id` USING utf8mb4) AS k, CONVERT(`统一社会信用代码` USING utf8mb4) AS r, CONVERT(`name` USING utf8mb4) AS n, CONVERT(`unit` USING utf8mb4) AS u FROM `other`) t) s) g

-- meeting, tidied
SELECT t, k, r, n, u FROM (SELECT t, k, r, n, u, CAST(upper(replace(replace(replace(r, ' ', ''), '	', ''), '-', '')) AS BINARY) AS c FROM (SELECT '0' AS t, CONVERT(NULL USING utf8mb4) AS k, CONVERT(`code` USING utf8mb4) AS r, CONVERT(`it's a name` USING utf8mb4) AS n, CONVERT(NULL USING utf8mb4) AS u FROM `dw`.`order` WHERE (kind = 'legal') UNION ALL SELECT '1' AS t, CONVERT(`id` USING utf8mb4) AS k, CONVERT(`统一社会信用代码` USING utf8mb4) AS r, CONVERT(`name` USING utf8mb4) AS n, CONVERT(`unit` USING utf8mb4) AS u FROM `other`) t) o WHERE c IN (_binary '91350100M000100Y43', _binary '914403001922038216')
