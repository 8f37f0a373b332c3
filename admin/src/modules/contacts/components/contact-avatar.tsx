import { Flex, Typography } from '@strapi/design-system';
import { User } from '@strapi/icons';
import { initialsOf } from './initials';
import type { ContactKind } from '../../../../../server/src/modules/contacts/contract';

interface ContactAvatarProps {
  name: string;
  kind: ContactKind;
  size?: 'S' | 'L';
}

const SIZES = { S: '2.8rem', L: '4.8rem' } as const;

/** Initials of someone known; a dashed outline for an anonymous visitor. Says nothing a name does not. */
export const ContactAvatar = ({ name, kind, size = 'S' }: ContactAvatarProps) => {
  const isKnown = kind === 'known';
  return (
    <Flex
      aria-hidden
      shrink={0}
      justifyContent="center"
      width={SIZES[size]}
      height={SIZES[size]}
      borderRadius="50%"
      borderStyle={isKnown ? 'solid' : 'dashed'}
      borderColor={isKnown ? 'primary200' : 'neutral300'}
      borderWidth="1px"
      background={isKnown ? 'primary100' : 'neutral0'}
    >
      {isKnown ? (
        <Typography
          variant={size === 'S' ? 'sigma' : 'delta'}
          textColor="primary600"
          style={{ letterSpacing: 0 }}
        >
          {initialsOf(name)}
        </Typography>
      ) : (
        <User width="50%" height="50%" fill="neutral500" />
      )}
    </Flex>
  );
};
