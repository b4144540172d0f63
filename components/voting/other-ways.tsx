import { getTranslations } from 'next-intl/server';
import { Prose, Section } from '@/components/layout/section';
import { PhoneLink } from '@/components/ui/phone-link';
import type { BallotChannel } from '@/lib/elections/results/types';

type OtherWaysProps = {
  locale: string;
  /** On which ways the poll takes votes. */
  channels: readonly BallotChannel[];
  phone: string;
  officeAddress: string;
};

/** For everybody without e-mail, without a device, or who would rather have somebody beside them. */
export async function OtherWays({ locale, channels, phone, officeAddress }: OtherWaysProps) {
  const t = await getTranslations({ locale, namespace: 'voting' });
  const ballot = await getTranslations({ locale, namespace: 'voting-ballot' });
  const ways = channels.filter((way) => way !== 'WEB');
  // Hands are raised in the room: there is no other way to offer.
  if (channels.includes('HANDS')) return null;
  return (
    <Section title={t('paper.title')} id="anders">
      <p className="measure">
        {t('paper.text', { address: officeAddress })} {ways.length === 0 ? t('paper.here') : null}
      </p>
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
