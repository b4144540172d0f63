import type { InputTable } from '../../guards/making';

export const INPUTS: InputTable = {
  'team/anrufe#noteCallAction': async ({ things }) => [['told', `${await things.call()}.1`]],
  'team/anrufe#putCallBackAction': async ({ things }) => [
    ['ids', await things.call({ done_at: new Date() })],
  ],
  'team/anrufe#describeCallAction': async ({ things }) => [
    ['id', await things.call({ done_at: new Date() })],
    ['note', 'Tochter richtet es aus'],
  ],
  'team/anrufe/notiz/[id]#correctNoteAction': async ({ things }) => [
    ['id', await things.call({ note: 'Tochter ruft an' })],
    ['version', '1'],
    ['note', 'Tochter richtet es aus'],
    ['reason', 'Es war falsch abgetippt.'],
  ],
  'team/anrufe#failedMailAction': async ({ things }) => [
    ['id', await things.failedMail()],
    ['way', 'drop'],
  ],
};
