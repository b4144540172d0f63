import { type AskedForFigures, counted, type FigureGroup } from '@/lib/manifest';
import { votingPaths } from './paths';

export async function figuresOf(asked: AskedForFigures): Promise<FigureGroup[]> {
  const list = votingPaths.teamPolls();
  return [
    {
      key: 'polls',
      title: 'voting.figures.group',
      figures: [
        counted(asked, 'pollsHeld', { label: 'voting.figures.pollsHeld', list }),
        counted(asked, 'ballots', { label: 'voting.figures.ballots', list }),
      ],
    },
  ];
}
