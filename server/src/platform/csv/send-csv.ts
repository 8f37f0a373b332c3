/**
 * Streams rows as a CSV file (RFC 4180, UTF-8 with a mark that spreadsheets look for). Rows are asked
 * for a page at a time and only as fast as the client reads; when it goes away, no more are.
 */
import { Readable } from 'node:stream';
import { stringify } from 'csv-stringify';
import type { Context } from 'koa';
import { toCell } from './csv-cell';

export interface CsvFile {
  /** Without `.csv`. */
  name: string;
  columns: string[];
  /** Pages of rows, each a value per column. */
  pages: AsyncIterable<unknown[][]>;
  /** Called once, with the number of rows that were read and whether that is all. */
  onEnd: (rows: number, isComplete: boolean) => void;
}

export const sendCsv = (ctx: Context, { name, columns, pages, onEnd }: CsvFile): void => {
  const csv = stringify({
    header: true,
    bom: true,
    columns: columns.map((column) => ({ key: column, header: toCell(column) })),
    // Also what holds a lone line feed, which is no delimiter here.
    quoted_string: true,
    record_delimiter: 'windows',
  });
  const rows = Readable.from(cellsOf(pages, onEnd), { objectMode: true, highWaterMark: 1 });
  rows.on('error', (error) => csv.destroy(error));
  // Koa destroys the body when the client is gone; that has to reach the reading of pages.
  csv.on('close', () => rows.destroy());
  ctx.set('Content-Type', 'text/csv; charset=utf-8');
  ctx.set('Content-Disposition', `attachment; filename="${name}.csv"`);
  ctx.set('Cache-Control', 'no-store');
  ctx.body = rows.pipe(csv);
};

async function* cellsOf(
  pages: CsvFile['pages'],
  onEnd: CsvFile['onEnd']
): AsyncGenerator<string[]> {
  let count = 0;
  let isComplete = false;
  try {
    for await (const page of pages) {
      for (const row of page) {
        count += 1;
        yield row.map(toCell);
      }
    }
    isComplete = true;
  } finally {
    onEnd(count, isComplete);
  }
}
