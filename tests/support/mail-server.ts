/** A mail server on a free port of 127.0.0.1, and Strapi's e-mail plugin sending through it by SMTP. */
import type { AddressInfo } from 'node:net';
import nodemailer from '@strapi/provider-email-nodemailer';
import { simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import type { TestSite } from './strapi';

export interface Mail {
  to: string[];
  subject: string;
  text: string;
}

export interface MailServer {
  /** What has arrived, oldest first. */
  mails: Mail[];
  /** Says to whoever brings a mail that it is not taken now, as busy servers do. */
  isRefusing: boolean;
  stop(): Promise<void>;
}

export const startMailServer = async (site: TestSite): Promise<MailServer> => {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, session, done) {
      simpleParser(stream).then(({ subject = '', text = '' }) => {
        if (mailServer.isRefusing) {
          done(Object.assign(new Error('Come back later'), { responseCode: 451 }));
          return;
        }
        const to = session.envelope.rcptTo.map(({ address }) => address);
        mailServer.mails.push({ to, subject, text });
        done();
      }, done);
    },
  });
  await new Promise<void>((listening) => {
    server.listen(0, '127.0.0.1', listening);
  });
  const { port } = server.server.address() as AddressInfo;
  const provider = nodemailer.init(
    { host: '127.0.0.1', port, secure: false, ignoreTLS: true },
    { defaultFrom: 'site@example.test', defaultReplyTo: 'site@example.test' }
  );
  Object.assign(site.strapi.plugin('email'), { provider });
  const mailServer: MailServer = {
    mails: [],
    isRefusing: false,
    stop: () =>
      new Promise((stopped) => {
        server.close(stopped);
      }),
  };
  return mailServer;
};
