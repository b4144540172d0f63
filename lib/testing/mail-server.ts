import type { AddressInfo } from 'node:net';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, beforeEach } from 'vitest';

interface Received {
  to: string[];
  mail: ParsedMail;
}

/** What the server answers to a mail, by its recipient; null takes it. */
type Answer = (recipient: string) => { code: number; text: string } | null;

export interface TestMailServer {
  received: Received[];
  /** Refuses after the recipient was named (`recipient`) or after the whole mail (`data`). */
  refusing: { at: 'recipient' | 'data'; answer: Answer } | null;
  /** Recipients whose mails are not answered until `letGo`. */
  holding: (recipient: string) => boolean;
  held: string[];
  letGo(): void;
}

/** A mail server of the test's own that the program sends to. Call once at the top of the file. */
export function testMailServer(): TestMailServer {
  let waiting: (() => void)[] = [];
  const state: TestMailServer = {
    received: [],
    refusing: null,
    holding: () => false,
    held: [],
    letGo() {
      state.holding = () => false;
      for (const go of waiting) go();
      waiting = [];
    },
  };
  const refusalOf = (at: 'recipient' | 'data', recipient: string) => {
    const answer = state.refusing?.at === at ? state.refusing.answer(recipient) : null;
    return answer && Object.assign(new Error(answer.text), { responseCode: answer.code });
  };
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo({ address }, _session, done) {
      done(refusalOf('recipient', address));
    },
    onData(stream, session, done) {
      const to = session.envelope.rcptTo.map(({ address }) => address);
      const [first = ''] = to;
      simpleParser(stream).then(async (mail) => {
        if (state.holding(first)) {
          state.held.push(first);
          await new Promise<void>((go) => waiting.push(go));
        }
        const refusal = refusalOf('data', first);
        if (!refusal) state.received.push({ to, mail });
        done(refusal);
      }, done);
    },
  });
  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    process.env.SMTP_URL = `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
    process.env.SMTP_FROM = 'Stadtteilforum <forum@office.example>';
  });
  beforeEach(() => Object.assign(state, { received: [], refusing: null, held: [] }));
  afterAll(() => new Promise<void>((resolve) => server.close(resolve)));
  return state;
}
