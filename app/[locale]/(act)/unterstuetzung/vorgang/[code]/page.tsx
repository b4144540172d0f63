import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { pageTitle } from '@/app/[locale]/page-title';
import { ActShell } from '@/app/[locale]/shell';
import { Form } from '@/components/form/form';
import { HiddenFields } from '@/components/form/hidden-fields';
import { TextArea } from '@/components/form/text-area';
import { whoSees } from '@/components/form/who-sees';
import { OwnRequestBody, OwnRequestHead } from '@/components/initiatives/own-request';
import { TypedText } from '@/components/initiatives/typed-text';
import { Section } from '@/components/layout/section';
import { Button, ButtonLink } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { Quote } from '@/components/ui/quote';
import { guarded } from '@/lib/accounts/page-guard';
import { AppError } from '@/lib/core/errors';
import { localized } from '@/lib/core/paths';
import { normalizeCode } from '@/lib/core/tokens';
import { findOwnRequest } from '@/lib/initiatives/own/queries';
import type { OwnRequest } from '@/lib/initiatives/own/types';
import { initiativesPaths } from '@/lib/initiatives/paths';
import { canTake, isAsked, REQUEST_KEYS } from '@/lib/initiatives/rules';
import { undone } from '@/lib/initiatives/undoing/rules';
import { getOffice } from '@/lib/settings/queries';
import { answerOfficeAction, decideOfferAction } from './actions';

type Props = { params: Promise<{ locale: string; code: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  return {
    ...(await pageTitle(locale, 'initiatives.receipt.pageTitle')),
    robots: { index: false },
  };
}

/** The asker's own page: opened by the code of the receipt or by the link of a mail. */
export default async function SupportReceiptPage({ params }: Props) {
  const { locale, code } = await params;
  const key = decodeURIComponent(code);
  const path = initiativesPaths.supportReceipt(key);
  const request = await guarded(locale, path, async () => {
    const found = await findOwnRequest({ locale }, key);
    if (!found) throw new AppError('NOT_FOUND');
    return found;
  });
  const t = await getTranslations({ locale, namespace: 'initiatives.receipt' });
  const office = await getOffice({ locale });
  const typed = normalizeCode(key);
  const part = { locale, request, codeKey: key };
  return (
    <ActShell holdsText locale={locale} path={path} current="support">
      <OwnRequestHead
        locale={locale}
        request={request}
        code={typed.length === REQUEST_KEYS.code.characters ? typed : null}
        office={office}
      />
      {request.state === 'OFFERED' ? <Offer {...part} /> : null}
      {request.state === 'CLARIFYING' ? <Clarifying {...part} /> : null}
      {request.state === 'DECLINED' ? <Refusal {...part} /> : null}
      <OwnRequestBody locale={locale} request={request} />
      {canTake('withdraw', request.state, request.kinds, 'asker') ? (
        <p className="no-print">
          <ButtonLink
            href={localized(locale, initiativesPaths.supportWithdraw(key))}
            variant="quiet"
          >
            {t('withdraw')}
          </ButtonLink>
        </p>
      ) : null}
    </ActShell>
  );
}

type PartProps = { locale: string; request: OwnRequest; codeKey: string };

/** The last text that led to a state. */
function lastNote({ history, state }: OwnRequest): string {
  return history.findLast(({ to, by }) => to === state && by !== 'asker')?.note ?? '';
}

/** The office made an offer: take it, or say what does not fit. */
async function Offer({ locale, request, codeKey }: PartProps) {
  const t = await getTranslations({ locale, namespace: 'initiatives.receipt' });
  const seen = await whoSees(locale);
  return (
    <Section title={t('offerTitle')}>
      <Quote>
        <TypedText text={lastNote(request)} />
      </Quote>
      <Form
        locale={locale}
        action={decideOfferAction}
        submitLabel={t('acceptAction')}
        secondary={
          <Button name="choice" value="refuse" variant="secondary">
            {t('refuseAction')}
          </Button>
        }
      >
        <HiddenFields values={{ key: codeKey, seen: String(request.version) }} />
        <TextArea
          name="remark"
          label={t('remark')}
          hint={t('remarkHint')}
          whoSees={seen.INTERNAL}
          rows={3}
          maxLength={1000}
        />
      </Form>
    </Section>
  );
}

/** Something is being found out: the office's question, or that the answer is there and the office's turn. */
async function Clarifying(props: PartProps) {
  const { locale, request } = props;
  const t = await getTranslations({ locale, namespace: 'initiatives.receipt' });
  if (isAsked(request.state, undone(request.history, request.kinds).standing))
    return <Question {...props} />;
  return (
    <Notice tone="info" title={t('answeredTitle')}>
      <p>{t('answeredText')}</p>
    </Notice>
  );
}

/** What the office wrote, and a field to answer. */
async function Question({ locale, request, codeKey }: PartProps) {
  const t = await getTranslations({ locale, namespace: 'initiatives.receipt' });
  const seen = await whoSees(locale);
  const note = lastNote(request);
  return (
    <Section title={t('questionTitle')}>
      {note === '' ? null : (
        <Quote>
          <TypedText text={note} />
        </Quote>
      )}
      <Form locale={locale} action={answerOfficeAction} submitLabel={t('answerAction')}>
        <HiddenFields values={{ key: codeKey, seen: String(request.version) }} />
        <TextArea
          name="answer"
          label={t('answer')}
          whoSees={seen.INTERNAL}
          required
          rows={4}
          maxLength={2000}
        />
      </Form>
    </Section>
  );
}

/** Never a bare no: the reason, and another way. */
async function Refusal({ locale, request }: PartProps) {
  const t = await getTranslations({ locale, namespace: 'initiatives.receipt' });
  return (
    <Notice tone="info" title={t('refusalTitle')}>
      <TypedText text={lastNote(request)} />
    </Notice>
  );
}
