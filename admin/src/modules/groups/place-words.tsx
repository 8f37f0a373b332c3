import { Typography } from '@strapi/design-system';
import { styled } from 'styled-components';
import { useTranslate } from '../../shared/translate';
import { waysInWords, type Place } from './ways';

/** Why a contact is in a group, or that it is kept out: in two lines, and in full on hover. */
export const PlaceWords = ({ place }: { place: Place }) => {
  const words = waysInWords(useTranslate(), place);
  return (
    <TwoLines title={words} textColor={place.excluded ? 'warning700' : undefined}>
      {words}
    </TwoLines>
  );
};

const TwoLines = styled(Typography)`
  display: -webkit-box;
  overflow: hidden;
  white-space: normal;
  -webkit-box-orient: vertical;
  -webkit-line-clamp: 2;
`;
