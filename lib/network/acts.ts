import type { Acts } from '@/lib/cases/types';

const HOW_FAR = 'how far it is, as the office entered it for itself';

export const networkActs: Acts = {
  acts: [
    {
      of: [
        ...['network.state.ENDED', 'network.stateText.ENDED', 'network.own.over.title'],
        'network.mail.ended.text',
      ],
      said: "partners t WHERE t.state = 'ENDED'",
      proof: "t.contact_person = ''",
      lie: "UPDATE partners SET state = 'ENDED', contact_person = 'Frau Vogel'",
    },
    {
      of: ['network.state.DORMANT', 'network.stateText.DORMANT'],
      said: "partners t WHERE t.state = 'DORMANT'",
      proof: 't.last_contact_on IS NULL OR t.last_contact_on < t.state_since',
      lie: "UPDATE partners SET state = 'DORMANT', last_contact_on = current_date + 9",
    },
  ],
  noAct: {
    ...Object.fromEntries(
      ['SUGGESTED', 'CONTACTED', 'ACTIVE'].flatMap((state) => [
        [`network.state.${state}`, HOW_FAR],
        [`network.stateText.${state}`, HOW_FAR],
      ]),
    ),
    'network.move.*': 'names what can be pressed',
  },
};
