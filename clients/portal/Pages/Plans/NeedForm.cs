using System.Globalization;
using Integrationskonzept.Client.Models;
using Integrationskonzept.Portal.Components;
using Microsoft.Kiota.Abstractions.Serialization;

namespace Integrationskonzept.Portal.Pages.Plans;

/// <summary>What the events of one kind need, so that the proposal finds a room and somebody who moderates.</summary>
public sealed class NeedForm
{
    public string? Participants { get; set; }
    public string? Equipment { get; set; }
    public bool Moderated { get; set; }
    public string? Languages { get; set; }
    public string? OtherCosts { get; set; }

    /// <summary>What most ask for, as far as it is on file: a kickoff for many, workshops for a group, both moderated.</summary>
    /// <param name="largest">Seats of the largest room; null where there is none.</param>
    /// <param name="hasModerators">Somebody moderates.</param>
    public static Dictionary<string, NeedForm> Usual(int? largest, bool hasModerators)
    {
        NeedForm For(int people) =>
            new()
            {
                Participants = largest is { } seats ? Math.Min(people, seats).ToString(CultureInfo.InvariantCulture) : null,
                Moderated = hasModerators,
            };
        return new() { [nameof(EventKind.Kickoff)] = For(80), [nameof(EventKind.Workshop)] = For(25) };
    }

    /// <summary>As the API takes it; null where nothing is asked for.</summary>
    /// <remarks>The generated client has no type for values of a map.</remarks>
    /// <exception cref="Unreadable">Something is no number.</exception>
    internal UntypedObject? ToNeed(string api)
    {
        var need = new Dictionary<string, UntypedNode>();
        if (Participants.ToWhole($"{api}.participants") is { } people)
            need["participants"] = new UntypedInteger(people);
        if (Equipment.ToParts() is { Count: > 0 } equipment)
            need["equipment"] = Words(equipment);
        if (Moderated)
            need["moderated"] = new UntypedBoolean(true);
        if (Languages.ToParts() is { Count: > 0 } languages)
            need["languages"] = Words(languages);
        if (OtherCosts.ToNumber($"{api}.otherCosts") is { } costs)
            need["otherCosts"] = new UntypedDouble(costs);
        return need.Count == 0 ? null : new(need);
    }

    static UntypedArray Words(List<string> words) => new(words.Select(word => new UntypedString(word)));
}
