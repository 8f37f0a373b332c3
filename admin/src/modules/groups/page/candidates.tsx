import { Box, Checkbox, Flex, Typography } from '@strapi/design-system';
import { ErrorState } from '../../../shared/error-state';
import { useTranslate } from '../../../shared/translate';
import { SearchBox } from '../search-box';
import { useCandidates, type Candidate, type CandidateType } from './use-candidates';

interface CandidatesProps {
  of: CandidateType;
  q: string;
  onSearch: (q: string) => void;
  chosen: Candidate[];
  onToggle: (candidate: Candidate) => void;
}

/** What is chosen stays on top, whatever is searched for. */
export const Candidates = ({ of, q, onSearch, chosen, onToggle }: CandidatesProps) => {
  const t = useTranslate();
  const { data: found = [], error, refetch, isFetched } = useCandidates(of, q);
  const label = t(of === 'contacts' ? 'groups.findContacts' : 'groups.findAccounts');
  const ids = new Set(chosen.map(({ documentId }) => documentId));
  const others = found.filter(({ documentId }) => !ids.has(documentId));
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <SearchBox label={label} onSearch={onSearch} />
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      <Box role="group" aria-label={label} maxHeight="32rem" overflow="auto">
        <Flex direction="column" alignItems="stretch" gap={3} padding={2}>
          {[...chosen, ...others].map((candidate) => (
            <Checkbox
              key={candidate.documentId}
              checked={ids.has(candidate.documentId)}
              onCheckedChange={() => onToggle(candidate)}
            >
              {[candidate.label, candidate.hint].filter(Boolean).join(' · ')}
            </Checkbox>
          ))}
          {isFetched && found.length === 0 && (
            <Typography textColor="neutral600">{t('groups.nobodyFound')}</Typography>
          )}
        </Flex>
      </Box>
    </Flex>
  );
};
