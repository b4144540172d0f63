import type { AddressInfo } from 'node:net';
import { simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';

interface Taken {
  to: string;
  messageId: string;
}

/** A mail server that takes its time for each mail. */
export async function openMailSink(takesMs: number) {
  const taken: Taken[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, session, done) {
      simpleParser(stream).then((mail) => {
        const [to] = session.envelope.rcptTo;
        taken.push({ to: to?.address ?? '', messageId: mail.messageId ?? '' });
        setTimeout(done, takesMs);
      }, done);
    },
  });
  // Whoever is killed in the middle of a mail hangs up without a word.
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    env: {
      SMTP_URL: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`,
      SMTP_FROM: 'Stadtteilforum <forum@office.example>',
    },
    taken,
    close: () => new Promise<void>((resolve) => server.close(resolve)),
  };
}
