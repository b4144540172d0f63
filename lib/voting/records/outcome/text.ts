import { leadOf } from '@/lib/elections/explained/reasons';
import type { Lead } from '@/lib/elections/explained/types';
import type { PrintBlock } from '@/lib/print/types';
import { heading, number, text, type Words } from '../details/text';

/** What each option got, and what follows from it. */
// messages: record.result.votes.* record.turnout.*
export function resultBlocks(words: Words): PrintBlock[] {
  const { say, locale, record } = words;
  const { rule, result, withdrawn } = record;
  const lead = leadOf(rule, result);
  // Level for the only seat, or a no: ahead, and not recommended.
  const isAhead = lead.key === 'tied' || lead.key === 'no';
  const unit = rule.method === 'POINTS' || rule.method === 'RANKING' ? rule.method : 'other';
  const rows = rule.options.map(({ id, label }) => {
    const votes = result.counts.find(({ optionId }) => optionId === id)?.votes ?? 0;
    const isWinner = result.quorumReached && result.winners.includes(id);
    const gone = withdrawn.includes(id) ? say('result.withdrawn') : '';
    return [label, number(votes, locale), isWinner ? say('result.yes') : gone];
  });
  const columns = [
    { label: say('result.option'), share: 4 },
    { label: say(`result.votes.${unit}`), share: 1.2, align: 'end' as const },
    {
      label: say(isAhead ? 'result.ahead' : 'result.recommended'),
      share: 1.6,
      align: 'end' as const,
    },
  ];
  return [
    heading(say('part.result')),
    { kind: 'table', caption: say('result.caption'), columns, rows },
    ...outcomeBlocks(words, lead),
  ];
}

// messages: voting-result.lead.nobody voting-result.lead.spoiled voting-result.lead.abstained voting-result.lead.onlyWithdrawn voting-result.lead.nothingFits
function outcomeBlocks({ say, sayAny, label, record }: Words, lead: Lead): PrintBlock[] {
  const who = record.rule.decidedBy;
  switch (lead.key) {
    // Told with the numbers of the turnout.
    case 'noQuorum':
      return [];
    case 'tied':
      return [text(say('result.tied', { who }))];
    case 'no':
      return [text(say('result.no', { who, what: lead.options.map(label).join(', ') }))];
    default:
      if ('options' in lead) return [text(say('result.outcome', { who }))];
      return [text(sayAny(`voting-result.lead.${lead.key}`))];
  }
}
