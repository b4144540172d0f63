import { getTranslations } from 'next-intl/server';
import { Prose, Section } from '@/components/layout/section';
import { PhoneLink } from '@/components/ui/phone-link';
import type { PollRule } from '@/lib/voting/types';

type OtherWaysProps = {
  locale: string;
  /** On which ways the poll takes votes, and from whom. */
  rule: Pick<PollRule, 'channels' | 'cardBatch' | 'needsForumRight'>;
  phone: string;
  officeAddress: string;
};

/** For everybody without e-mail, without a device, or who would rather have somebody beside them. */
export async function OtherWays({ locale, rule, phone, officeAddress }: OtherWaysProps) {
  const t = await getTranslations({ locale, namespace: 'voting' });
  const ballot = await getTranslations({ locale, namespace: 'voting-ballot' });
  const { channels } = rule;
  const ways = channels.filter((way) => way !== 'WEB');
  // Where other cards do not count, none is promised.
  // messages: voting.paper.text voting.paper.given
  const help = rule.cardBatch || rule.needsForumRight ? 'paper.given' : 'paper.text';
  // Hands are raised in the room: there is no other way to offer.
  if (channels.includes('HANDS')) return null;
  return (
    <Section title={t('paper.title')} id="anders">
      <p className="measure">{t(help, { address: officeAddress })}</p>
      {ways.length > 0 ? (
        <Prose>
          <p>{t('paper.ways')}</p>
          <ul>
            {ways.map((way) => (
              // messages: voting-ballot.notOnWeb.way.*
              <li key={way}>{ballot(`notOnWeb.way.${way}`)}</li>
            ))}
          </ul>
        </Prose>
      ) : null}
      {phone ? (
        <p>
          <PhoneLink number={phone} icon>
            {t('paper.call', { phone })}
          </PhoneLink>
        </p>
      ) : null}
    </Section>
  );
}
