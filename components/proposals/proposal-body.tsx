import { saysMore } from '@/lib/proposals/rules';
import { Paragraphs } from './statements';

type ProposalBodyProps = {
  words: { title: string; body: string };
  /** What stands instead of a text that was taken away. */
  removed?: string;
};

/** What a proposal says besides its title. */
export function ProposalBody({ words, removed }: ProposalBodyProps) {
  if (words.body === '') return removed ? <p>{removed}</p> : null;
  return saysMore(words) ? <Paragraphs text={words.body} /> : null;
}
