import 'server-only';
import { dayColumn } from '@/lib/core/day.mjs';
import { db } from '@/lib/core/db';
import { officeDate } from '@/lib/core/office-time';
import { type AskedForFigures, counted, type FigureGroup } from '@/lib/manifest';
import { outreachPaths } from './paths';
import { toldOf } from './rules';

const pathOf = ({ id }: { id: string }) => outreachPaths.teamRound(id);

/** Rounds that took place, one by one; people who were met as numbers alone, none that is small, of closed periods. */
export async function figuresOf(asked: AskedForFigures): Promise<FigureGroup[]> {
  const { contacts, firstContacts } = toldOf(await countMet(asked));
  const onlyClosed = true as const;
  const unit = 'count' as const;
  return [
    {
      key: 'outreach',
      title: 'outreach.figures.group',
      figures: [
        counted(asked, 'outreachRounds', { label: 'outreach.figures.rounds', pathOf }),
        {
          ...{ key: 'outreachContacts', label: 'outreach.figures.contacts', unit, onlyClosed },
          value: contacts,
        },
        {
          ...{ key: 'outreachFirstContacts', label: 'outreach.figures.firstContacts', unit },
          ...{ onlyClosed, value: firstContacts },
        },
      ],
    },
  ];
}

async function countMet({ from, to }: AskedForFigures) {
  const { _sum } = await db.outreachContact.aggregate({
    where: { day: { gte: dayColumn(officeDate(from)), lt: dayColumn(officeDate(to)) } },
    _sum: { contacts: true, firstContacts: true },
  });
  return { contacts: _sum.contacts ?? 0, firstContacts: _sum.firstContacts ?? 0 };
}
