using System.ComponentModel.DataAnnotations;
using System.Diagnostics.CodeAnalysis;
using Integrationskonzept.ServiceDefaults.Errors;

namespace Integrationskonzept.ServiceDefaults.Validation;

/// <summary>How a value is written: as a pattern for programs, and in words for people.</summary>
/// <param name="pattern">Regular expression for the whole value.</param>
/// <param name="german">Completes "Schreiben Sie es als …".</param>
/// <param name="english">Completes "Write it as …".</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class WrittenAttribute([StringSyntax(StringSyntaxAttribute.Regex)] string pattern, string german, string english)
    : RegularExpressionAttribute(pattern)
{
    internal Text Words => new($"Schreiben Sie es als {german}.", $"Write it as {english}.");
}
