import { ABSTAIN, chosenInOrder } from '@/lib/voting/vote/rules';
import type { StepProps } from './ballot-words';

/** What a ballot says, line by line and in words; ranks in their order. */
export function BallotChoice({ ballot, words, marks }: Omit<StepProps, 'error'>) {
  if (marks.includes(ABSTAIN)) {
    return (
      <ul className="prose lead">
        <li>
          <strong>{words.abstain}</strong>
        </li>
      </ul>
    );
  }
  return (
    <ul className="prose lead">
      {chosenInOrder(ballot, marks).map(({ option, number }) => {
        const found = ballot.options.find(({ id }) => id === option);
        const said = words.numbers[number];
        return (
          <li key={option}>
            {said ? <>{said}: </> : null}
            <strong lang={ballot.lang}>{found?.label}</strong>
            {found?.price ? <> ({found.price})</> : null}
          </li>
        );
      })}
    </ul>
  );
}
