import { type AskedForFigures, counted, type FigureGroup } from '@/lib/manifest';
import { networkPaths } from '@/lib/network/paths';
import { calendarPaths } from './paths';

const entryPath = ({ id }: { id: string }) => calendarPaths.teamCalendarEntry(id);
const partnerPath = ({ id }: { id: string }) => networkPaths.teamPartner(id);

export async function figuresOf(asked: AskedForFigures): Promise<FigureGroup[]> {
  return [
    {
      key: 'calendar',
      title: 'calendar.figures.group',
      figures: [
        counted(asked, 'partnerEntries', {
          label: 'calendar.figures.partnerEntries',
          pathOf: entryPath,
        }),
        counted(asked, 'partnersWithEntries', {
          label: 'calendar.figures.partnersWithEntries',
          pathOf: partnerPath,
        }),
      ],
    },
  ];
}
