-- What the carrier says of consents stands on forms to sign; with no words there is no form.
ALTER TYPE "OwnTextKey" ADD VALUE 'CONSENT_PHOTO';
ALTER TYPE "OwnTextKey" ADD VALUE 'CONSENT_SECRECY';
ALTER TYPE "OwnTextKey" ADD VALUE 'CONSENT_PASS_ON';
