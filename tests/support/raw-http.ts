/** Requests as no well-behaved client would send them. */
import { connect } from 'node:net';
import type { TestSite } from './strapi';

export interface RawAnswer {
  /** Null when the server closed the connection without an answer. */
  status: number | null;
  text: string;
}

const PATIENCE_MILLISECONDS = 5_000;

/** Writes the bytes as they are, and reads until the answer is there or the connection ends. */
export const sendRaw = (
  site: TestSite,
  bytes: string | Buffer,
  { hangUp = false }: { hangUp?: boolean } = {}
): Promise<RawAnswer> =>
  new Promise((resolve) => {
    const { hostname, port } = new URL(site.url);
    const socket = connect(Number(port), hostname);
    let text = '';
    const done = () => {
      socket.destroy();
      const status = /^HTTP\/1\.1 (\d{3})/.exec(text)?.[1];
      resolve({ status: status ? Number(status) : null, text });
    };
    socket.setTimeout(PATIENCE_MILLISECONDS, done);
    socket.on('error', done);
    socket.on('close', done);
    socket.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      if (text.includes('\r\n\r\n')) done();
    });
    socket.write(bytes, () => {
      if (hangUp) setImmediate(done);
    });
  });

/** An HTTP/1.1 request, byte by byte. */
export const rawRequest = (
  line: string,
  headers: Record<string, string>,
  body: string | Buffer = ''
): Buffer =>
  Buffer.concat([
    Buffer.from(
      [
        line,
        ...Object.entries({ host: 'cms.test', ...headers }).map(
          ([name, value]) => `${name}: ${value}`
        ),
        '',
        '',
      ].join('\r\n'),
      'latin1'
    ),
    Buffer.from(body),
  ]);
