import 'server-only';
import { db } from '@/lib/core/db';
import { officeZone } from '@/lib/core/office-time';
import { type AskedForFigures, counted, type FigureGroup } from '@/lib/manifest';
import { outreachPaths } from './paths';
import { toldOf } from './rules';

const pathOf = ({ id }: { id: string }) => outreachPaths.teamRound(id);

/** Rounds that took place, one by one; people who were met as numbers alone, and none that is small. */
export async function figuresOf(asked: AskedForFigures): Promise<FigureGroup[]> {
  const { contacts, firstContacts } = toldOf(await countMet(asked));
  const unit = 'count' as const;
  return [
    {
      key: 'outreach',
      title: 'outreach.figures.group',
      figures: [
        counted(asked, 'outreachRounds', { label: 'outreach.figures.rounds', pathOf }),
        { key: 'outreachContacts', label: 'outreach.figures.contacts', unit, value: contacts },
        {
          ...{ key: 'outreachFirstContacts', label: 'outreach.figures.firstContacts', unit },
          value: firstContacts,
        },
      ],
    },
  ];
}

/** By quarter of the period, those without anybody too. */
async function countMet({ from, to, at }: AskedForFigures) {
  const zone = officeZone();
  return db.$queryRaw<{ contacts: number; firstContacts: number }[]>`
    SELECT coalesce(sum(contacts), 0)::int AS contacts, coalesce(sum(first_contacts), 0)::int AS "firstContacts"
    FROM generate_series(${from}::timestamptz AT TIME ZONE ${zone},
      (least(${to}::timestamptz, ${at}::timestamptz) AT TIME ZONE ${zone}) - interval '1 second', interval '3 months') AS begins
    LEFT JOIN outreach_contacts ON day >= begins::date AND day < (begins + interval '3 months')::date
    GROUP BY begins ORDER BY begins`;
}
