import { type AskedForFigures, counted, type FigureGroup } from '@/lib/manifest';
import { votingPaths } from './paths';

const pathOf = ({ number }: { number: number }) => votingPaths.teamPoll(number);

export async function figuresOf(asked: AskedForFigures): Promise<FigureGroup[]> {
  return [
    {
      key: 'polls',
      title: 'voting.figures.group',
      figures: [
        counted(asked, 'pollsHeld', { label: 'voting.figures.pollsHeld', pathOf }),
        counted(asked, 'ballots', { label: 'voting.figures.ballots', pathOf }),
      ],
    },
  ];
}
