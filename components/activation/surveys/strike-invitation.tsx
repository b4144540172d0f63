import { getTranslations } from 'next-intl/server';
import { Form } from '@/components/form/form';
import { HiddenFields } from '@/components/form/hidden-fields';
import { ButtonLink } from '@/components/ui/button';
import type { InvitationView } from '@/lib/activation/inviting/types';
import { activationPaths } from '@/lib/activation/paths';
import type { FormAction } from '@/lib/core/form-state';
import { localized } from '@/lib/core/paths';

interface StrikeInvitationProps {
  locale: string;
  surveyId: string;
  invitation: InvitationView;
  action: FormAction;
}

/** Asks once more before somebody is taken off the list. */
export async function StrikeInvitation(props: StrikeInvitationProps) {
  const { locale, surveyId, invitation, action } = props;
  const t = await getTranslations({ locale, namespace: 'activation-surveys.invitations' });
  return (
    <Form
      locale={locale}
      action={action}
      submitLabel={t('strike')}
      submitVariant="danger"
      warnOnLeave={false}
      secondary={
        <ButtonLink
          href={localized(locale, activationPaths.teamInvitations(surveyId))}
          variant="quiet"
        >
          {t('keep')}
        </ButtonLink>
      }
    >
      <HiddenFields values={{ id: invitation.id }} />
      <p className="wrap-anywhere">{t('strikeText', { name: invitation.name })}</p>
    </Form>
  );
}
