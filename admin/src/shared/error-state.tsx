import { Button, Flex, Typography } from '@strapi/design-system';
import { ArrowClockwise, WarningCircle } from '@strapi/icons';
import { Page } from '@strapi/strapi/admin';
import { toProblem } from './problem';
import { useTranslate } from './translate';

interface ErrorStateProps {
  error: unknown;
  onRetry?: () => void;
}

/** Says what happened and what to do; a missing permission is Strapi's own page. */
export const ErrorState = ({ error, onRetry }: ErrorStateProps) => {
  const t = useTranslate();
  const { status, message } = toProblem(error);
  if (status === 403) return <Page.NoPermissions />;
  const isGone = status === 404;
  return (
    <Flex direction="column" gap={3} padding={10} role="alert">
      <WarningCircle width="3.2rem" height="3.2rem" fill={isGone ? 'neutral500' : 'danger600'} />
      <Typography variant="delta" tag="h2">
        {t(status === null ? 'error.unreachable' : isGone ? 'error.notFound' : 'error.title')}
      </Typography>
      <Typography textColor="neutral600" textAlign="center">
        {message ?? t('error.hint')}
      </Typography>
      {onRetry && !isGone && (
        <Button variant="tertiary" startIcon={<ArrowClockwise />} onClick={onRetry}>
          {t('error.retry')}
        </Button>
      )}
    </Flex>
  );
};
