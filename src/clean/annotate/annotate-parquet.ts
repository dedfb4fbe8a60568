import type { RowGroup } from 'hyparquet';
import { ByteWriter, ParquetWriter } from 'hyparquet-writer';
import { samplePrior } from '../../check/findings/sample-prior.ts';
import type { OpenScan } from '../../engine/open-scan.ts';
import { findRange } from '../../engine/reread/pick.ts';
import type { ScannedRange } from '../../engine/scan/file-scan.ts';
import { annotateRanges, type WatchOptions } from './annotate-ranges.ts';
import type { DuplicateMarks } from './duplicate-marks.ts';
import { describeColumns, nameColumns } from './parquet-columns.ts';
import { parquetTasks } from './parquet-task.ts';

/** What takes the file, and watches. */
export interface ParquetOptions extends WatchOptions {
  /** Takes the file part by part; bytes are only lent. */
  onAnnotatedParquet(bytes: Uint8Array): void | Promise<void>;
}

/**
 * Writes every record of tables that have been checked, in order, as Parquet, with `ANNOTATIONS` added: a row group a range, made by
 * the threads.
 *
 *   range 0 ─▶ thread ─▶ row group ─┐
 *   range 1 ─▶ thread ─▶ row group ─┴─▶ in order ─▶ offsets moved to where it stands ─▶ onAnnotatedParquet ─▶ … ─▶ the file's end
 *
 * Every column is text. A record that is short of cells has empty ones; what is beyond the header's cells stands in one column more.
 */
export async function annotateParquet(scan: OpenScan, marks: DuplicateMarks, options: ParquetOptions): Promise<void> {
  const { plans, files, pool, ranges } = scan;
  const [first] = plans;
  if (first === undefined) return;
  const prior = await samplePrior(plans, pool);
  const hasMore = files.some(({ ragged }) => ragged.count > 0);
  const names = nameColumns(first.header, first.dialect.columnCount, hasMore);
  const writer = new ByteWriter();
  const parquet = new ParquetWriter({ writer, schema: describeColumns(names), createdBy: 'uscc-toolkit' });
  const hand = async (): Promise<void> => {
    await options.onAnnotatedParquet(writer.getBytes());
    writer.index = 0;
  };
  await hand();
  await annotateRanges(
    scan,
    options,
    (index) => {
      const { source, dialect, range, records } = findRange(scan, index);
      const { file } = ranges[index] as ScannedRange;
      const isText = dialect.encoding === 'utf-8' && files[file]?.undecodable.count === 0;
      const place = { source, dialect, range, records };
      return pool.run(parquetTasks, { ...place, marks: marks.of(index), prior, names, hasMore, isText });
    },
    async (part) => {
      if (part === null) return;
      parquet.row_groups.push(placeGroup(part.group, writer.offset));
      parquet.num_rows += part.group.num_rows;
      writer.offset += part.bytes.length;
      await options.onAnnotatedParquet(part.bytes);
    },
  );
  await parquet.finish();
  await hand();
}

/** A row group whose bytes stand at an offset of the file. */
function placeGroup(group: RowGroup, at: number): RowGroup {
  const place = (offset: bigint): bigint => offset + BigInt(at);
  return {
    ...group,
    columns: group.columns.map(({ meta_data: facts, file_offset, ...rest }) => ({
      ...rest,
      file_offset: place(file_offset),
      ...(facts !== undefined && {
        meta_data: {
          ...facts,
          data_page_offset: place(facts.data_page_offset),
          ...(facts.dictionary_page_offset !== undefined && {
            dictionary_page_offset: place(facts.dictionary_page_offset),
          }),
        },
      }),
    })),
  };
}
