using System.ComponentModel.DataAnnotations;

namespace Integrationskonzept.Drafting.Concepts;

/// <param name="Position">The new place in the topic area, from 1.</param>
public sealed record MoveTo([Range(1, int.MaxValue)] int Position);
