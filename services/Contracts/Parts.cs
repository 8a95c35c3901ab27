namespace Integrationskonzept.Contracts;

/// <summary>
/// A fact that can be too large for one message. Then its lists are spread over several, which all repeat the rest; who needs the lists
/// waits for all of them. They come in any order.
/// </summary>
public interface IToldInParts
{
    /// <summary>Which part this is; null for a fact that is told whole.</summary>
    MessagePart? Part { get; }
}

/// <param name="Whole">The same for all parts of one fact.</param>
/// <param name="Number">From 1.</param>
/// <param name="Count">How many parts there are.</param>
public sealed record MessagePart(Guid Whole, int Number, int Count);
