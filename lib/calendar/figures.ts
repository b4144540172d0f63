import { type AskedForFigures, counted, type FigureGroup } from '@/lib/manifest';
import { networkPaths } from '@/lib/network/paths';
import { calendarPaths } from './paths';

export async function figuresOf(asked: AskedForFigures): Promise<FigureGroup[]> {
  return [
    {
      key: 'calendar',
      title: 'calendar.figures.group',
      figures: [
        counted(asked, 'partnerEntries', {
          label: 'calendar.figures.partnerEntries',
          pathOf: ({ id }) => calendarPaths.teamCalendarEntry(id),
        }),
        counted(asked, 'partnersWithEntries', {
          label: 'calendar.figures.partnersWithEntries',
          pathOf: ({ id }) => networkPaths.teamPartner(id),
        }),
      ],
    },
  ];
}
