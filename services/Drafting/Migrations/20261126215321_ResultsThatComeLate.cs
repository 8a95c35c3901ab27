using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Integrationskonzept.Drafting.Migrations
{
    /// <inheritdoc />
    public partial class ResultsThatComeLate : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "received_parts",
                columns: table => new
                {
                    tenant = table.Column<string>(type: "character varying(63)", maxLength: 63, nullable: false),
                    whole = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    body = table.Column<string>(type: "jsonb", nullable: true),
                    received_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_received_parts", x => new { x.tenant, x.whole, x.number });
                });

            migrationBuilder.CreateTable(
                name: "waiting_conclusions",
                columns: table => new
                {
                    tenant = table.Column<string>(type: "character varying(63)", maxLength: 63, nullable: false),
                    topic_area_id = table.Column<Guid>(type: "uuid", nullable: false),
                    topic_area_key = table.Column<string>(type: "text", nullable: false),
                    concept_id = table.Column<Guid>(type: "uuid", nullable: false),
                    conclusion = table.Column<string>(type: "jsonb", nullable: false),
                    taken_into = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_waiting_conclusions", x => new { x.tenant, x.topic_area_id });
                });

            migrationBuilder.CreateIndex(
                name: "ix_waiting_conclusions_tenant_concept_id",
                table: "waiting_conclusions",
                columns: new[] { "tenant", "concept_id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "received_parts");

            migrationBuilder.DropTable(
                name: "waiting_conclusions");
        }
    }
}
