/** A site's endpoint for webhooks: a real HTTP server on 127.0.0.1 that remembers what it was sent. */
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Webhook } from 'standardwebhooks';

export interface ReceivedPayload {
  id: string;
  type: string;
  at: string;
  data: Record<string, unknown>[];
}

export interface Received {
  headers: IncomingHttpHeaders;
  body: string;
  payload: ReceivedPayload;
}

export interface Receiver {
  url: string;
  port: number;
  received: Received[];
  /** How the next requests are answered; 204 unless said otherwise. */
  answer: (response: ServerResponse, request: Received) => void;
  /** Resolves with the first request of this kind, also when it came before. */
  next(fits: (request: Received) => boolean): Promise<Received>;
  close(): Promise<void>;
}

export const startReceiver = async (port = 0): Promise<Receiver> => {
  let waiting: { fits: (request: Received) => boolean; resolve: (request: Received) => void }[] =
    [];
  const receiver: Omit<Receiver, 'url' | 'port'> = {
    received: [],
    answer: answerWith(204),
    next: (fits) =>
      new Promise((resolve) => {
        const there = receiver.received.find(fits);
        if (there) resolve(there);
        else waiting.push({ fits, resolve });
      }),
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks).toString('utf8');
      const one = { headers: request.headers, body, payload: JSON.parse(body) as ReceivedPayload };
      receiver.received.push(one);
      receiver.answer(response, one);
      for (const { resolve } of waiting.filter(({ fits }) => fits(one))) resolve(one);
      waiting = waiting.filter(({ fits }) => !fits(one));
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(port, '127.0.0.1', resolve);
  });
  const { port: taken } = server.address() as AddressInfo;
  return Object.assign(receiver, { port: taken, url: `http://127.0.0.1:${taken}/hook` });
};

export const answerWith =
  (status: number, body = '', headers: Record<string, string> = {}) =>
  (response: ServerResponse): void => {
    response.writeHead(status, headers).end(body);
  };

/** Throws when it was not signed with this secret. */
export const verify = (secret: string, { headers, body }: Received): unknown =>
  new Webhook(secret).verify(body, headers as Record<string, string>);
