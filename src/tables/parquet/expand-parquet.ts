import { addInput, describeDamage, type Expander, spoolPieces } from '../expansion.ts';
import { measure } from '../pieces.ts';
import { openParquet, type ParquetTable } from './parquet-table.ts';

/** Parquet: every top-level column becomes one of the table. */
export const expandParquet: Expander = async (file, run) => {
  const { shown, source } = file;
  let table: ParquetTable;
  try {
    table = await openParquet(source);
  } catch (error) {
    throw describeDamage(error, shown, 'Parquet', run);
  }
  const about = { ...file, depth: file.depth + 1 };
  const pieces = measure(table.convert(run.signal), file.spend);
  addInput(await spoolPieces(pieces, about, run, 'Parquet'), run, { header: table.header });
};
