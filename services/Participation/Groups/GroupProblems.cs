using System.Globalization;
using Integrationskonzept.ServiceDefaults.Errors;

namespace Integrationskonzept.Participation.Groups;

/// <summary>One of the five is named twice.</summary>
public sealed class GroupTwice(int at)
    : InvalidFieldProblem($"groups[{at}].group", new("Diese Gruppe steht schon da.", "This group is there already."));

/// <summary>No name is as long as that.</summary>
public sealed class GroupNameLong(int at, string language)
    : InvalidFieldProblem(
        $"groups[{at}].name.{language}",
        new(
            $"Ein Name hat höchstens {GroupWords.Name} Zeichen; alles Weitere gehört in die Beschreibung.",
            $"A name has at most {GroupWords.Name} characters; all else belongs into the description."
        )
    );

/// <summary>The shares make more than the whole.</summary>
public sealed class TargetsTooHigh(int sum)
    : UnprocessableProblem(
        "targets-too-high",
        new(
            $"Die Zielanteile ergeben zusammen {sum.ToString(CultureInfo.InvariantCulture)} %. Mehr als 100 % geht nicht.",
            $"The target shares make {sum.ToString(CultureInfo.InvariantCulture)} % together. More than 100 % is not possible."
        )
    );
