import { type AskedForFigures, counted, type FigureGroup } from '@/lib/manifest';
import { initiativesPaths } from './paths';

export async function figuresOf(asked: AskedForFigures): Promise<FigureGroup[]> {
  const list = initiativesPaths.teamRequests();
  return [
    {
      key: 'support',
      title: 'initiatives.figures.group',
      figures: [
        counted(asked, 'requestsReceived', { label: 'initiatives.figures.requestsReceived', list }),
        counted(asked, 'requestsCompleted', {
          label: 'initiatives.figures.requestsCompleted',
          list,
        }),
      ],
    },
  ];
}
