import { addInput, describeDamage, type Expander, spoolPieces } from '../expand.ts';
import { measure } from '../pieces.ts';
import { openParquet, type ParquetTable } from './parquet-table.ts';

/** Parquet: every top-level column becomes one of the table. */
export const expandParquet: Expander = async (place, run) => {
  const { shown, source } = place;
  let table: ParquetTable;
  try {
    table = await openParquet(source);
  } catch (error) {
    throw describeDamage(error, shown, 'Parquet', run);
  }
  const about = { ...place, depth: place.depth + 1 };
  const pieces = measure(table.convert(run.signal), place.spend);
  addInput(await spoolPieces(pieces, about, run, 'Parquet'), run, { header: table.header });
};
