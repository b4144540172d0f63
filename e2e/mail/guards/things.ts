import { hoursFromNow, type Made, type Maker, type Row } from '../../guards/making';

export const things = (make: Maker) => ({
  call(more: Row = {}): Promise<string> {
    return make.add('call_list_items', {
      kind: 'PHONE',
      person: 'Wache',
      contact: '030 23125-199',
      message: 'Bitte anrufen',
      due_at: hoursFromNow(24),
      ...more,
    });
  },
  failedMail(): Promise<string> {
    return make.add('outgoing_mails', {
      recipient: 'wache@person.example',
      subject: 'Wache',
      text: 'Wache',
      state: 'FAILED',
    });
  },
});

export const addresses = async (things: Made) => ({
  letter: await things.call({ kind: 'LETTER' }),
  mail: await things.failedMail(),
});

declare module '../../guards/making' {
  interface Made extends ReturnType<typeof things> {}
  interface Addresses extends Awaited<ReturnType<typeof addresses>> {}
}
