/* Random bytes for SQLCipher from the kernel.
 *
 * SQLCipher wants some at every start, for a plain file too. OpenSSL's generator first looks through all that
 * OpenSSL can do and then asks the kernel for a seed: a millisecond of a start of a few. Here the kernel is asked
 * at once. SQLite includes this file before anything else (SQLITE_CUSTOM_INCLUDE). */
#ifndef KERNEL_RANDOM_H
#define KERNEL_RANDOM_H

#include <errno.h>
#include <sys/random.h>

#include <openssl/rand.h>

/* As RAND_bytes: 1, or 0 where the kernel has none. */
static int kernel_random_bytes(unsigned char *bytes, int wanted) {
  while (wanted > 0) {
    ssize_t got = getrandom(bytes, (size_t)wanted, 0);
    if (got > 0) {
      bytes += got;
      wanted -= (int)got;
    } else if (errno != EINTR) {
      return 0;
    }
  }
  return 1;
}

#define RAND_bytes kernel_random_bytes

#endif
