import { type AskedForFigures, counted, type FigureGroup } from '@/lib/manifest';
import { initiativesPaths } from './paths';

const pathOf = ({ number }: { number: number }) => initiativesPaths.teamRequest(number);

export async function figuresOf(asked: AskedForFigures): Promise<FigureGroup[]> {
  return [
    {
      key: 'support',
      title: 'initiatives.figures.group',
      figures: [
        counted(asked, 'requestsReceived', {
          label: 'initiatives.figures.requestsReceived',
          pathOf,
        }),
        counted(asked, 'requestsCompleted', {
          label: 'initiatives.figures.requestsCompleted',
          pathOf,
        }),
      ],
    },
  ];
}
