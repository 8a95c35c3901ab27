using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Integrationskonzept.Participation.Migrations
{
    /// <inheritdoc />
    public partial class Prioritisation : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "prioritisation_closed_at",
                table: "topic_areas",
                type: "timestamp with time zone",
                nullable: true);

            // What was concluded before shows its points, as it did.
            migrationBuilder.Sql("update topic_areas set prioritisation_closed_at = now() where state = 'Concluded';");

            migrationBuilder.CreateTable(
                name: "tablets",
                columns: table => new
                {
                    tenant = table.Column<string>(type: "character varying(63)", maxLength: 63, nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    topic_area_id = table.Column<Guid>(type: "uuid", nullable: false),
                    label = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    token_hash = table.Column<byte[]>(type: "bytea", nullable: true),
                    opened_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ends_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_tablets", x => new { x.tenant, x.id });
                });

            migrationBuilder.CreateIndex(
                name: "ix_tablets_tenant_token_hash",
                table: "tablets",
                columns: new[] { "tenant", "token_hash" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_tablets_tenant_topic_area_id_id",
                table: "tablets",
                columns: new[] { "tenant", "topic_area_id", "id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "tablets");

            migrationBuilder.DropColumn(
                name: "prioritisation_closed_at",
                table: "topic_areas");
        }
    }
}
