/** The body of a public request: capped, and parsed as JSON whatever its content type says. */
import type { IncomingMessage } from 'node:http';
import { HttpProblem } from './problem';

export const MAX_BODY_BYTES = 64 * 1024;

export const readJson = async (
  request: IncomingMessage,
  maxBytes = MAX_BODY_BYTES
): Promise<unknown> => {
  if (Number(request.headers['content-length'] ?? 0) > maxBytes) throw tooLarge(maxBytes);
  const encoding = request.headers['content-encoding'];
  if (encoding && encoding !== 'identity') {
    throw new HttpProblem(415, 'Send the body uncompressed');
  }
  const text = (await readBytes(request, maxBytes)).toString('utf8');
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new HttpProblem(400, 'The body must be JSON');
  }
};

const tooLarge = (maxBytes: number) =>
  new HttpProblem(413, `The body may be at most ${Math.floor(maxBytes / 1024)} KB`);

const readBytes = (request: IncomingMessage, maxBytes: number): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let length = 0;
    request.on('data', (chunk: Buffer) => {
      length += chunk.length;
      if (length <= maxBytes) chunks.push(chunk);
      else reject(tooLarge(maxBytes));
    });
    request.on('end', () => {
      resolve(chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks));
    });
    request.on('error', () => {
      reject(new HttpProblem(400, 'The request was cut off'));
    });
    request.on('aborted', () => {
      reject(new HttpProblem(400, 'The request was cut off'));
    });
  });
