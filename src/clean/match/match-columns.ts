import type { ScanOptions } from '../../engine/options.ts';
import { choosePlan, type FilePlan } from '../../engine/plan/plan.ts';
import type { Survey } from '../../engine/plan/survey.ts';
import { foldHeader } from '../../tables/headers/fold-header.ts';

/** 行政相对人代码_1 (统一社会信用代码) … _6: six columns, of which each record fills those it has. */
const numberedCode = /^行政相对人代码[_-]?[1-9]/;

/**
 * One plan for each code column of a table, named twice or not; all read the same records.
 *
 * @throws {UsccError} `input` when a column is not there, or none can be found
 */
export function planColumns(
  survey: Survey,
  options: ScanOptions,
  columns: (number | string)[] | undefined,
): FilePlan[] {
  const numbered = (survey.header ?? []).flatMap((name, at) => (numberedCode.test(foldHeader(name)) ? [at + 1] : []));
  const wanted = columns ?? (numbered.length > 0 ? numbered : [undefined]);
  const plans = wanted.map((codeColumn) =>
    choosePlan(survey, codeColumn === undefined ? options : { ...options, codeColumn }),
  );
  const columnOf = ({ dialect }: FilePlan): number => dialect.codeColumn;
  return plans.filter((plan, index) => plans.findIndex((other) => columnOf(other) === columnOf(plan)) === index);
}
