#pragma once

namespace generate {

/// Logarithm, exponential and power to twelve digits, out of operations that IEEE 754 rounds
/// alike everywhere; those of the standard library differ in their last bits between machines, and
/// then so would what is drawn. The target is compiled without contraction to fused operations.

/// The natural logarithm of a positive number.
double logarithm(double value);
/// For -700 to 700.
double exponential(double value);
/// Of a positive base.
double power(double base, double exponent);

}  // namespace generate
