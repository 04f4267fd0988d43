#include "corpus/generate/exact_math.h"

#include <cmath>

namespace generate {

namespace {

constexpr double log_of_2 = 0.6931471805599453;

}  // namespace

double logarithm(double value) {
  int exponent = 0;
  const double fraction = std::frexp(value, &exponent);  // 0.5 to 1, exactly
  // log x = 2 artanh((x - 1) / (x + 1)), as a series; the argument is at most a third.
  const double z = (fraction - 1) / (fraction + 1);
  double term = z;
  double sum = 0;
  for (int odd = 1; odd < 30; odd += 2) {
    sum += term / odd;
    term *= z * z;
  }
  return 2 * sum + exponent * log_of_2;
}

double exponential(double value) {
  const int doublings = static_cast<int>(value / log_of_2);
  const double rest = value - doublings * log_of_2;
  double term = 1;
  double sum = 1;
  for (int i = 1; i < 18; ++i) {
    term *= rest / i;
    sum += term;
  }
  return std::ldexp(sum, doublings);
}

double power(double base, double exponent) { return exponential(exponent * logarithm(base)); }

}  // namespace generate
